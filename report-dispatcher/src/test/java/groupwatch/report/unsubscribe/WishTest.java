package groupwatch.report.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Unsubscribe=One-Click",
                "List-Unsubscribe=One%2DClick",
                "list-unsubscribe=one-click",
                "a=b&List-Unsubscribe=One-Click\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=List-Unsubscribe\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n--x--"
            })
    void mailProgramsSayItInTheseWays(String form) {
        assertThat(Wish.read(form)).isEqualTo(Wish.ONE_CLICK);
    }

    @ParameterizedTest
    @CsvSource({"wish=end,END", "wish=end_all,END_ALL", "wish=undo,UNDO"})
    void thePagesButtonsSayThis(String form, Wish wish) {
        assertThat(Wish.read(form)).isEqualTo(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "wish",
                "wish=",
                "wish=all",
                "xwish=end",
                "List-Unsubscribe=No",
                "One-Click",
                "%",
                "%zz=1"
            })
    void anythingElseSaysNothing(String form) {
        assertThat(Wish.read(form)).isNull();
    }

    @Test
    void aLongFormIsReadQuickly() {
        String form = "name=List-Unsubscribe\r\n" + "x\r\n".repeat(1300);
        assertThat(Wish.read(form)).isNull();
    }
}
