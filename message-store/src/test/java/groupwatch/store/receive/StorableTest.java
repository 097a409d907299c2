package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "\\u0000, \\ufffd",
                "\\ud83d\\ude00, \\ud83d\\ude00",
                "\\ud83d, \\ufffd",
                "\\ude00, \\ufffd",
                "\\ud83d\\ud83d\\ude00, \\ufffd\\ud83d\\ude00",
                "\\\\u0000, \\\\u0000",
                "\\\\\\u0000, \\\\\\ufffd",
                "\\u00, \\u00",
                "\\, \\",
            })
    void escapesInABodyBecomeStorable(String body, String storable) {
        assertThat(new String(StorableBody.of(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(storable);
    }

    @Test
    void aSurrogateWrittenAsBytesBecomesStorable() {
        byte[] body = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"'};

        assertThat(new String(StorableBody.of(body), StandardCharsets.UTF_8)).isEqualTo("\"\uFFFD\"");
        assertThat(body[1]).as("the record itself is left alone").isEqualTo((byte) 0xED);
    }

    @Test
    void aCleanBodyIsNotCopied() {
        byte[] body = "\\\"emoji \\ud83d\\ude00\\\"".getBytes(StandardCharsets.UTF_8);

        assertThat(StorableBody.of(body)).isSameAs(body);
    }

    @Test
    void textLosesNulAndHalfPairs() {
        assertThat(StorableText.of("a\0b\uD83Dc\uDE00d😀")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd😀");
    }

    @Test
    void timesStayInTheYearsThatCanBeTold() {
        assertThat(StorableTime.of(Instant.MAX)).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(StorableTime.of(Instant.MIN)).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(StorableTime.of(Instant.parse("2016-04-07T03:33:20.123456789Z")))
                .isEqualTo(Instant.parse("2016-04-07T03:33:20.123456Z"));
    }
}
