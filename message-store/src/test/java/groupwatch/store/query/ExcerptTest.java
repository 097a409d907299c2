package groupwatch.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource({
        "one two, 1, o",
        "one two, 3, one",
        "one two, 4, one",
        "one two, 5, one t",
        "one two, 7, one two",
        "one two, 2000, one two",
        "'', 5, ''",
        "'   ', 5, ''",
    })
    void isAsLongAsAskedForAndEndsWithoutABlank(String text, int most, String excerpt) {
        assertThat(Excerpt.of(text, most)).isEqualTo(excerpt);
    }

    @Test
    void makesOneSpaceOfBlanksAndLineBreaksAndControlCharacters() {
        assertThat(Excerpt.of("\r\n  a\t\t\u00A0\u2003b\n\n\nc\u0000\u0007d  ", 100))
                .isEqualTo("a b c d");
    }

    @Test
    void countsWholeCharactersAndCutsNoneInHalf() {
        String flowers = "\uD83C\uDF3B".repeat(3);
        assertThat(Excerpt.of(flowers, 2)).isEqualTo("\uD83C\uDF3B\uD83C\uDF3B");
        assertThat(Excerpt.of("a " + flowers, 3)).isEqualTo("a \uD83C\uDF3B");
    }
}
