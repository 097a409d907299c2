package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.report.mail.MailAddress.BadAddressException;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ana@example.org, ana@example.org",
        "Ana.Silva+reports@EXAMPLE.org, Ana.Silva+reports@example.org",
        "o'brien_{x}~y@sub.example.co.uk, o'brien_{x}~y@sub.example.co.uk",
        "root@localhost, root@localhost",
        "ana@bücher.example, ana@xn--bcher-kva.example",
        "ana@BÜCHER.example, ana@xn--bcher-kva.example",
        "ana@日本語.example, ana@xn--wgv71a119e.example",
    })
    void readsAnAddress(String text, String address) {
        assertThat(MailAddress.of(text)).hasToString(address);
        assertThat(MailAddress.of(address)).hasToString(address);
        // the library's own check agrees
        assertThatCode(() -> new InternetAddress(address, true).validate()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ana|has no @",
                "ana@@example.org|has more than one @",
                "ana@example.org@evil.example|has more than one @",
                "@example.org|has nothing before the @",
                "ana@|has no domain after the @",
                "ana@example..org|has no domain after the @",
                "ana@.example.org|has no domain after the @",
                "ana@example.org.|has no domain after the @",
                "ana@-example.org|has no domain after the @",
                "ana@exa mple.org|has no domain after the @",
                "ana@exa_mple.org|has no domain after the @",
                "ana@example。org|has no domain after the @",
                "ana@[127.0.0.1]|must have a name after the @",
                "josé@example.org|only ASCII",
                ".ana@example.org|before the @ that is not supported",
                "ana.@example.org|before the @ that is not supported",
                "a..na@example.org|before the @ that is not supported",
                "an a@example.org|before the @ that is not supported",
                "\"an a\"@example.org|before the @ that is not supported",
                "ana(me)@example.org|before the @ that is not supported",
                "Ana <ana@example.org>|must be the address alone",
                "ana@example.org, bea@example.org|has more than one @",
                "ana,bea@example.org|before the @ that is not supported",
            })
    void saysWhatIsWrongWithOtherTexts(String text, String why) {
        assertThatThrownBy(() -> MailAddress.of(text))
                .isInstanceOf(BadAddressException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                '\r', '\n', '\0', '\t', '\u007f', '\u0085', '\u2028', '\u202e', '\u200b', '\u00a0', '<', '>', ',', ';',
                ':'
            })
    void takesNothingAnywhereThatCouldEndALineOrHide(int character) {
        String address = "ana@example.org";
        for (int at = 0; at <= address.length(); at++) {
            String text = address.substring(0, at) + (char) character + address.substring(at);
            assertThatThrownBy(() -> MailAddress.of(text)).as(text).isInstanceOf(BadAddressException.class);
        }
    }

    @Test
    void takesNoLongerOnesThanMailServersDo() {
        String domain = "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60) + ".org";
        assertThat(MailAddress.of("a".repeat(64) + "@" + domain)).isNotNull();
        assertThatThrownBy(() -> MailAddress.of("a".repeat(65) + "@" + domain)).hasMessageContaining("more than 64");
        assertThatThrownBy(() -> MailAddress.of("a".repeat(64) + "@" + domain + "." + "g".repeat(10)))
                .hasMessageContaining("longer than 254");
        assertThatThrownBy(() -> MailAddress.of("a".repeat(100_000))).hasMessageContaining("longer than 254");
    }

    @Test
    void addressesOfOneMailboxHaveOneKey() {
        assertThat(MailAddress.of("Ana@Example.org").key())
                .isEqualTo(MailAddress.of("ana@example.org").key());
    }

    /** Also the first one with other letters, which loads a table. */
    @Test
    void readsOnAnEventLoop() {
        Mono.fromCallable(() -> MailAddress.of("ana@straße.example").toString())
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectNext("ana@strasse.example")
                .verifyComplete();
    }
}
