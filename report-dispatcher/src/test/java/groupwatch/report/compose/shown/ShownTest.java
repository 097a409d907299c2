package groupwatch.report.compose.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import groupwatch.report.compose.shown.Shown.Part;
import groupwatch.report.compose.shown.Shown.Stretch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShownTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("a\r\nBcc: x", "a Bcc: x"),
                arguments("  a \t\n b\u2028c\u3000 ", "a b c"),
                arguments("a\u0000\u0007\u001bb\u009b", "ab"),
                arguments("\u202egnp\u202c \u2066x\u2069\u200e\u061c", "gnp x"),
                arguments("\ud83d a \ude00", "a"),
                arguments("😀 fine", "😀 fine"),
                arguments("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
                arguments("\u200d\u200db\u200d", "b"),
                arguments("\u3164\u2800\u200b", ""),
                arguments("\u0301\u0301a\u0301\u0302\u0303\u0304\u0305\u0306", "a\u0301\u0302\u0303\u0304"),
                arguments("नमस्ते", "नमस्ते"),
                arguments("a\udb40\udc41b\ufffe", "ab"),
                arguments("evil.com", "evil\u200c.\u200ccom"),
                arguments("evil。com", "evil\u200c。\u200ccom"),
                arguments("https://a", "https\u200c:\u200c//a"),
                arguments("a@b", "a\u200c@\u200cb"),
                arguments("10.0.0.1", "10\u200c.\u200c0\u200c.\u200c0\u200c.\u200c1"),
                arguments("R$ 2.350. Ask", "R$ 2.350. Ask"),
                arguments("until 10.30.", "until 10.30."),
                arguments("(1.284.)", "(1.284.)"),
                arguments("1.234.567,89 on 19.11.2026", "1.234.567,89 on 19.11.2026"),
                arguments("1.234.567.890", "1.234.567.890"),
                arguments("10.0.0.1.", "10\u200c.\u200c0\u200c.\u200c0\u200c.\u200c1."),
                arguments("1.2.evil", "1\u200c.\u200c2\u200c.\u200cevil"),
                arguments("evil.com.", "evil\u200c.\u200ccom."),
                arguments("\\\\srv\\x", "\u200c\\\u200c\u200c\\\u200csrv\u200c\\\u200cx"),
                arguments("At 10:30, 1.284 €. Done... ok", "At 10:30, 1.284 €. Done... ok"),
                arguments("@Bruno: yes", "@Bruno: yes"),
                arguments("שלום 5", "\u2068שלום 5\u2069"),
                arguments("١٢", "\u2068١٢\u2069"),
                arguments("12345678901", "123456789…"),
                arguments("12345678 😀😀", "12345678…"),
                arguments("1234567890", "1234567890"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void showsWhatCanBeSeen(String raw, String shown) {
        assertThat(Shown.text(raw, raw.startsWith("1234567") ? 10 : 40)).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void showsTheSameOnceMore(String raw, String shown) {
        assertThat(Shown.text(Shown.text(shown, 60), 60)).isEqualTo(Shown.text(shown, 60));
    }

    @Test
    void keepsMarksWhereTheyWere() {
        assertThat(Shown.parts("see  evil.com\nnow", 40, List.of(new Stretch(5, 9))))
                .containsExactly(
                        new Part("see ", false), new Part("evil", true), new Part("\u200c.\u200ccom now", false));
    }

    @Test
    void takesMarksThatMakeNoSense() {
        assertThat(Shown.parts("abc", 40, List.of(new Stretch(-3, 1), new Stretch(2, 99), new Stretch(2, 1))))
                .containsExactly(new Part("a", true), new Part("b", false), new Part("c", true));
    }

    @Test
    void foldsAtSpacesAndKeepsWhoSaidItTogether() {
        assertThat(Columns.fold("Ticket 4471 came back twice (Ana 02:14) today", 30))
                .containsExactly("Ticket 4471 came back twice", "(Ana 02:14) today");
        assertThat(Columns.fold("x".repeat(25), 10)).containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
        assertThat(Columns.of("日本😀e\u0301")).isEqualTo(7);
    }
}
