package groupwatch.store.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWentOut() {
        for (Instant at : new Instant[] {
            Instant.parse("2026-11-20T10:00:00.123456Z"),
            Instant.EPOCH,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("9999-12-30T00:00:00Z")
        }) {
            Cursor cursor = new Cursor(at, "AC12:ü 😊", "120363000000000101@g.us", true, false);
            assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
            assertThat(Cursor.parse(cursor.turned().toString())).isEqualTo(cursor.turned());
        }
        assertThat(Cursor.parse(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "???", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTph", "YWJj", "LTE", "OTIyMzM3MjAzNjg1NDc3NTgwNzph"})
    void refusesWhatItDidNotGiveOut(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(ProblemException.class);
    }
}
