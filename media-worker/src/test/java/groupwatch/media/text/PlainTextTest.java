package groupwatch.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void dropsWhatNobodyReads() {
        assertThat(PlainText.of(" a\0b\u0007 \t c\r\n\r\n \n\u00a0d\ud800 ", 100))
                .isEqualTo("ab c\nd");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(PlainText.of("açã😀!", 9)).isEqualTo("açã😀");
        assertThat(PlainText.of("açã😀!", 8)).isEqualTo("açã");
        assertThat(PlainText.of("é".repeat(100), 99).getBytes(StandardCharsets.UTF_8))
                .hasSize(98);
    }
}
