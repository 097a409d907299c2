package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text is, in a header it is text. */
class HeaderTextTest {

    /** Texts of people who mean harm, and of people with other letters. */
    static Stream<String> texts() {
        return Stream.of(
                "Choir",
                "Chor & Orgel, \"Bach\" (2026); <all>",
                "São Paulo ⚽ família 👨‍👩‍👧",
                "مجموعة",
                "x\r\nBcc: everybody@example.org",
                "x\r\n\r\n<script>alert(1)</script>",
                "x\nBcc: everybody@example.org",
                "x\rBcc: everybody@example.org",
                "x\u2028Bcc: everybody@example.org\u2029",
                "x\u0085Bcc: everybody@example.org\u000b\u000c",
                "safe\u202Egnp.exe",
                "\u2066hidden\u2069\u200e\u200f\u061c",
                "=?utf-8?B?QmNjOiBldmVyeWJvZHlAZXhhbXBsZS5vcmc=?=",
                "=?utf-8?Q?=0D=0ABcc:_everybody?=",
                "\0\1\2 bell \7 delete \u007f",
                "lone \ud83d surrogate \ude00",
                "a".repeat(10_000),
                "é".repeat(10_000),
                "👨‍👩‍👧".repeat(3_000),
                "a b".repeat(3_000),
                "\r\n".repeat(5_000),
                "\\\"".repeat(5_000),
                "%0d%0aBcc: x",
                "");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anUnstructuredHeaderIsOneHeaderOfShortLinesInAscii(String text) throws Exception {
        String header = HeaderText.unstructured(text, 250);
        wellFolded(header);
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(header)))
                .isEqualTo(HeaderText.cut(HeaderText.line(text), 250));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aNameIsTheNameOfOneAddress(String text) throws Exception {
        String header = HeaderText.phrase(text, 100) + "\r\n <reports@groupwatch.example>";
        wellFolded(header);
        InternetAddress[] addresses = InternetAddress.parseHeader(MimeUtility.unfold(header), true);
        assertThat(addresses).hasSize(1);
        assertThat(addresses[0].getAddress()).isEqualTo("reports@groupwatch.example");
        String name = addresses[0].getPersonal();
        assertThat(name == null ? "" : name).isEqualTo(HeaderText.cut(HeaderText.line(text), 100));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aLineHasNothingThatEndsOrReordersIt(String text) {
        assertThat(HeaderText.line(text).codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || c == 0x2028
                        || c == 0x2029
                        || c >= 0x202A && c <= 0x202E
                        || c >= 0x2066 && c <= 0x2069
                        || c == 0x200E
                        || c == 0x200F
                        || c == 0x061C
                        || c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        assertThat(HeaderText.line("São Paulo ⚽ 👨‍👩‍👧 — “ok”")).isEqualTo("São Paulo ⚽ 👨‍👩‍👧 — “ok”");
        assertThat(HeaderText.unstructured("Daily summary", 250)).isEqualTo("Daily summary");
        assertThat(HeaderText.phrase("Chor, Orgel", 100)).isEqualTo("\"Chor, Orgel\"");
        assertThat(HeaderText.mailbox("Chor, \"Orgel\"", MailAddress.of("a@b.example"), 100))
                .isEqualTo("\"Chor, \\\"Orgel\\\"\" <a@b.example>");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(HeaderText.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(HeaderText.cut("ab😀😀", 4)).isEqualTo("ab…");
        assertThat(HeaderText.cut("abcd", 4)).isEqualTo("abcd");
    }

    private static void wellFolded(String header) {
        assertThat(header).matches("[\\x20-\\x7e\\r\\n]*");
        assertThat(header.replace("\r\n ", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(header.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }
}
