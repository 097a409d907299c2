package groupwatch.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.KeywordAlert.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aShortTextIsWholeAndItsMarksStay() {
        Excerpt excerpt = Excerpt.of("The pump is broken", List.of(new Mark(4, 8)));
        assertThat(excerpt.text()).isEqualTo("The pump is broken");
        assertThat(marked(excerpt)).containsExactly("pump");
    }

    @Test
    void aLongTextIsCutAroundTheFirstMark() {
        String text = "a".repeat(500) + " the pump is broken " + "b".repeat(500) + " pump";
        Excerpt excerpt = Excerpt.of(text, List.of(new Mark(505, 509), new Mark(text.length() - 4, text.length())));
        assertThat(excerpt.text()).startsWith("…a").endsWith("b…").hasSizeBetween(190, 202);
        assertThat(marked(excerpt)).containsExactly("pump");
    }

    @Test
    void nearTheEndThereIsMoreBeforeTheMark() {
        String text = "word ".repeat(100) + "pump";
        Excerpt excerpt = Excerpt.of(text, List.of(new Mark(text.length() - 4, text.length())));
        assertThat(excerpt.text()).endsWith("word pump").hasSizeBetween(190, 202);
        assertThat(marked(excerpt)).containsExactly("pump");
    }

    @Test
    void itIsOneLineWhateverBlanksThereAre() {
        String text = "\r\n  one\u2028two\u0000\t \n three\u00a0 pump \r\n";
        Excerpt excerpt = Excerpt.of(text, List.of(new Mark(text.indexOf("pump"), text.indexOf("pump") + 4)));
        assertThat(excerpt.text().strip()).isEqualTo("one two three pump");
        assertThat(marked(excerpt)).containsExactly("pump");
    }

    @Test
    void noCharacterIsCutInHalf() {
        String text = "😀".repeat(300);
        for (int at = 0; at < 590; at += 2) {
            Excerpt excerpt = Excerpt.of("x" + text, List.of(new Mark(at + 1, at + 3)));
            assertThat(excerpt.text().codePoints().anyMatch(one -> one >= 0xD800 && one <= 0xDFFF))
                    .as("mark at %s", at)
                    .isFalse();
            assertThat(marked(excerpt)).containsExactly("😀");
        }
    }

    @Test
    void aMarkThatGoesOnBeyondEndsWithTheExcerpt() {
        Excerpt excerpt = Excerpt.of("p".repeat(1000), List.of(new Mark(0, 1000)));
        assertThat(marked(excerpt)).containsExactly("p".repeat(200));
    }

    @Test
    void withoutMarksItIsTheBeginning() {
        assertThat(Excerpt.of("", List.of()).text()).isEmpty();
        assertThat(Excerpt.of("word ".repeat(100), List.of()).text())
                .startsWith("word word")
                .endsWith("…");
    }

    private static List<String> marked(Excerpt excerpt) {
        return excerpt.marks().stream()
                .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
