package groupwatch.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run is disarmed, and nothing else is touched. */
class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+5511999990001",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "  =HYPERLINK(\"http://x\")",
                "\u200b=1",
                "\ufeff=1",
                "\u00a0=1",
                "\u202e=1"
            })
    void getsAnApostropheInFrontOfWhatRuns(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bom dia", "5 = 2 + 3", "'=1", "😀", "a@b", "مرحبا"})
    void leavesOtherTextsAsTheyAre(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }

    @Test
    void aTabAloneIsDisarmedToo() {
        assertThat(SpreadsheetText.of("\t")).isEqualTo("'\t");
    }
}
