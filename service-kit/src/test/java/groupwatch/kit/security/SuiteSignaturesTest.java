package groupwatch.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuiteSignaturesTest {

    private final SuiteSignatures signatures =
            new SuiteSignatures(new SecuritySettings("a-suite-key-for-tests-that-is-long-enough"));

    @Test
    void knowsItsOwnSignatureOnly() {
        String signature = signatures.sign("media", "one");
        assertThat(signature).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(signatures.verify("media", "one", signature)).isTrue();
        assertThat(signatures.verify("media", "two", signature)).isFalse();
        assertThat(signatures.verify("media", "one", signature + "A")).isFalse();
        assertThat(signatures.verify("media", "one", "")).isFalse();
    }

    @Test
    void signsNothingForAnotherPurpose() {
        assertThat(signatures.verify("unsubscribe", "one", signatures.sign("media", "one")))
                .isFalse();
    }

    @Test
    void tellsSuitesApart() {
        SuiteSignatures another =
                new SuiteSignatures(new SecuritySettings("another-suite-key-that-is-long-enough-too"));
        assertThat(another.verify("media", "one", signatures.sign("media", "one")))
                .isFalse();
    }
}
