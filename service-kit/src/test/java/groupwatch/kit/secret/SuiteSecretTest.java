package groupwatch.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteSecretTest {

    private final SuiteSecret secret = new SuiteSecret("report", key(1));

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "pässwörd 🔑\r\n.v1.", "********"})
    void opensWhatItSealed(String text) {
        assertThat(secret.open("password", secret.seal("password", text))).isEqualTo(text);
    }

    @Test
    void nothingOfTheTextIsSeenInWhatIsSealedAndNoTwoAreTheSame() {
        String sealed = secret.seal("password", "hunter2");
        assertThat(sealed).startsWith("v1.").doesNotContain("hunter2").isNotEqualTo(secret.seal("password", "hunter2"));
    }

    @Test
    void saysThatItWasSealedWithAnotherKey() {
        String sealed = new SuiteSecret("report", key(2)).seal("password", "hunter2");
        assertThatThrownBy(() -> secret.open("password", sealed))
                .isInstanceOf(UnopenableException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void doesNotOpenWhatAnotherServiceSealedWithTheSameFile() {
        String sealed = new SuiteSecret("watchdog", key(1)).seal("password", "hunter2");
        assertThatThrownBy(() -> secret.open("password", sealed)).isInstanceOf(UnopenableException.class);
    }

    @Test
    void doesNotOpenWhatWasSealedForAnotherPurpose() {
        String sealed = secret.seal("password", "hunter2");
        assertThatThrownBy(() -> secret.open("token", sealed)).isInstanceOf(UnopenableException.class);
    }

    /** Each character of it, changed or cut off there. */
    @Test
    void doesNotOpenWhatWasChanged() {
        String sealed = secret.seal("password", "hunter2");
        for (int at = 0; at < sealed.length() - 1; at++) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThatThrownBy(() -> secret.open("password", changed)).isInstanceOf(UnopenableException.class);
            String cut = sealed.substring(0, at);
            assertThatThrownBy(() -> secret.open("password", cut)).isInstanceOf(UnopenableException.class);
        }
    }

    @Test
    void signsTheSameEachTimeAndForOnePurposeAndKeyOnly() {
        byte[] signature = secret.mac("unsubscribe", "ana@example.org");
        assertThat(signature)
                .hasSize(32)
                .isEqualTo(new SuiteSecret("report", key(1)).mac("unsubscribe", "ana@example.org"))
                .isNotEqualTo(secret.mac("other", "ana@example.org"))
                .isNotEqualTo(secret.mac("unsubscribe", "bea@example.org"))
                .isNotEqualTo(new SuiteSecret("report", key(2)).mac("unsubscribe", "ana@example.org"))
                .isNotEqualTo(new SuiteSecret("watchdog", key(1)).mac("unsubscribe", "ana@example.org"));
    }

    /** Links in mails that were sent years ago go on to work: computed apart, with RFC 5869 and RFC 2104 by hand. */
    @Test
    void signsAsItAlwaysDid() {
        assertThat(HexFormat.of().formatHex(secret.mac("unsubscribe", "ana@example.org")))
                .isEqualTo("4b3bfe3abe2db05c55f3168e1daa918619719ed97a53f487b635da6f3f63154a");
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }
}
