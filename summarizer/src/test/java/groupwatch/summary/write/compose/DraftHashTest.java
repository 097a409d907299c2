package groupwatch.summary.write.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.MessageType;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.ScriptedModel;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DraftHashTest {

    private static final Line FIRST = Line.of("ID1", Days.MORNING, "Ana", "Who has the key?");
    private static final Line ANSWER = new Line(
            "ID2", Days.MORNING.plusSeconds(5), "Bea", MessageType.TEXT, "I do", "ID1", null, false, 0, List.of());
    private static final Line LAST = Line.of("ID3", Days.MORNING.plusSeconds(9), "Ana", "Good");

    @Test
    void isTheSameWhateverNumbersTheMessagesHave() {
        assertThat(hash(Days.ENGLISH, FIRST, ANSWER, LAST).part(List.of(3)))
                .isEqualTo(hash(Days.ENGLISH, ANSWER, LAST).part(List.of(2)));
    }

    @Test
    void isAnotherWhenAMessageOfThePartIsAnother() {
        String before = hash(Days.ENGLISH, FIRST, ANSWER, LAST).part(List.of(2, 3));
        Line edited = Line.of("ID3", LAST.at(), "Ana", "Bad");
        assertThat(hash(Days.ENGLISH, FIRST, ANSWER, edited).part(List.of(2, 3)))
                .isNotEqualTo(before);
        assertThat(hash(Days.ENGLISH, FIRST, ANSWER).part(List.of(2))).isNotEqualTo(before);
    }

    @Test
    void isAnotherWhenAMessageOfAnotherPartIsThatIsAnsweredInThisOne() {
        String before = hash(Days.ENGLISH, FIRST, ANSWER, LAST).part(List.of(2, 3));
        Line edited = Line.of("ID1", FIRST.at(), "Ana", "Who has it?");
        assertThat(hash(Days.ENGLISH, edited, ANSWER, LAST).part(List.of(2, 3))).isNotEqualTo(before);
        assertThat(hash(Days.ENGLISH, ANSWER, LAST).part(List.of(1, 2))).isNotEqualTo(before);
    }

    @Test
    void isAnotherForAnotherWish() {
        String before = hash(Days.ENGLISH, FIRST).part(List.of(1));
        assertThat(hash(new Wish(Locale.ITALIAN, Days.ENGLISH.length()), FIRST).part(List.of(1)))
                .isNotEqualTo(before);
        assertThat(hash(new Wish(Locale.ENGLISH, Length.SHORT), FIRST).part(List.of(1)))
                .isNotEqualTo(before);
    }

    @Test
    void ofAMergeIsAnotherOnAnotherDay() {
        List<SummaryContent> drafts = List.of(SummaryContent.NOTHING);
        assertThat(DraftHash.merge("a", drafts, 5))
                .isEqualTo(DraftHash.merge("a", drafts, 5))
                .isNotEqualTo(DraftHash.merge("b", drafts, 5))
                .isNotEqualTo(DraftHash.merge("a", drafts, 6));
    }

    private static DraftHash hash(Wish wish, Line... lines) {
        Transcript day = Days.transcript(List.of(lines));
        return new DraftHash(new Numbered(day), wish, ScriptedModel.saying("{}"));
    }
}
