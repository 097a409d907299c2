package groupwatch.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void makesOneLineOfMany() {
        assertThat(PlainText.oneLine(" a\r\n\n b\u2028c\u0085d\u000Be\tf ", " / "))
                .isEqualTo("a / b / c / d / e f");
    }

    @Test
    void keepsLineBreaksEachOnce() {
        assertThat(PlainText.lines(" a\r\n\n b\u2028c  d\u202E\n")).isEqualTo("a\nb\nc d");
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(PlainText.oneLine("a\u0000b\u200Bc\u202Ed\u2066e\uFEFFf\u00ADg\uD800h\uE000i\u034Fj\uFE01k\u2060l"))
                .isEqualTo("abcdefghijkl");
        assertThat(PlainText.oneLine("a" + Character.toString(0xE0041) + Character.toString(0xE0101) + "b"))
                .isEqualTo("ab");
        assertThat(PlainText.oneLine("a\u3164\u2800\u115Fb\u00A0\u3000c")).isEqualTo("a b c");
    }

    @Test
    void keepsWhatBelongsToALetterOrAnEmoji() {
        String said = "é e\u0301 مرحبا می\u200Cخواهم क्षि 👨\u200D👩\u200D👧 ❤\uFE0F 👍🏽 🇵🇹 שלום 你好";

        assertThat(PlainText.oneLine(said)).isEqualTo(said);
    }

    @Test
    void keepsJoinersOnlyBetweenWhatTheyJoin() {
        assertThat(PlainText.oneLine("\u200Da\u200D\u200D\u200Db \u200Cc\u200D"))
                .isEqualTo("a\u200Db c");
    }

    @Test
    void tearsDownTowersOfAccents() {
        assertThat(PlainText.oneLine("z" + "\u0335".repeat(500) + "algo")).hasSize(9);
    }

    @Test
    void cutsBetweenWordsAndNeverInsideACharacter() {
        assertThat(PlainText.shortened("short", 5)).isEqualTo("short");
        assertThat(PlainText.shortened("one two three", 9)).isEqualTo("one two…");
        assertThat(PlainText.shortened("👨\u200D👩\u200D👧👨\u200D👩\u200D👧", 12))
                .isEqualTo("👨\u200D👩\u200D👧…");
        assertThat(PlainText.shortened("👍🏽👍🏽", 7)).isEqualTo("👍🏽…");
        assertThat(PlainText.shortened("你好你好你好", 4)).isEqualTo("你好你…");
    }
}
