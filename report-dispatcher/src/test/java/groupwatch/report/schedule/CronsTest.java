package groupwatch.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 8 * * *",
                "0 8 * * 1",
                "0 8 * * MON-FRI",
                "30 7 1,15 * *",
                "0 8 L * *",
                "0 8 ? * 1#1",
                "0 8 * * 0",
                "0 8 * * 7",
                "0 8 29 2 *",
                "*/5 * * * *",
                "3,8,58 * * * *",
                "0 8 31 12 *"
            })
    void takesWhatCronKnows(String expression) {
        assertThat(Crons.problem(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *          | more often
            */4 * * * *        | more often
            0,1 8 * * 1        | more often
            1,58 * * * *       | more often
            1,58 0,23 * * *    | more often
            0 8 30 2 *         | never comes
            0 8 31 4,6,9,11 *  | never comes
            0 8 * *            | five fields
            0 0 8 * * *        | five fields
            0  8 * * *         | five fields
            @daily             | @daily
            @reboot            | @daily
            0 25 * * *         | five fields
            60 8 * * *         | five fields
            0 8 * * MONDAY     | five fields
            0 8 32 * *         | five fields
            rm -rf / now please| five fields
            0 8 13 * 5         | leave one
            """)
    void refusesTheRestAndSaysWhy(String expression, String why) {
        assertThat(Crons.problem(expression)).contains(why);
    }

    @Test
    void neverFailsWhateverItIsGiven() {
        Random random = new Random(7);
        String letters = "0123456789*/,-?LW#@MONJAN .\t\u00e9\u0000٣";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int field = 0; field < 5; field++) {
                text.append(field == 0 ? "" : " ");
                random.ints(1 + random.nextInt(4), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            }
            assertThatCode(() -> Crons.problem(text.toString()))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }
}
