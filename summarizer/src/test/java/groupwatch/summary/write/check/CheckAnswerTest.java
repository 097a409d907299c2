package groupwatch.summary.write.check;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.transcript.Line;
import groupwatch.summary.write.draft.Draft;
import groupwatch.summary.write.draft.Sentence;
import groupwatch.summary.write.draft.Subject;
import groupwatch.summary.write.draft.Task;
import groupwatch.summary.write.prompt.Fence;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.prompt.PrintLine;
import groupwatch.summary.write.testing.Days;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckAnswerTest {

    private static final Numbered DAY = new Numbered(Days.transcript(List.of(
            line(1, "Ana Silva", "Lunch at https://eat.example/menu?d=3 or at www.beans.example, see menu.pdf"),
            line(2, "Bea (mum of Leo)", "Call +351 912-345-678 or write to bea@mail.example."),
            line(3, "Carlos", "I said: \"Never again on a Monday\", 1.250.000 views!"),
            line(4, "Dora", "Leo and the twins come too, on 4.3.2026"),
            line(5, "Eve", "not shown to the model"))));

    private static final Fence FENCE = new Fence("0123456789abcdef");

    @Test
    void findsTheObjectInAFenceAndAfterAPreamble() {
        String object = "{\"overview\":[{\"text\":\"Lunch.\",\"cites\":[1]}]}";

        for (String answer : List.of(
                object,
                "```json\n" + object + "\n```",
                "Sure {here}: " + object + " Bye {}",
                "\uFEFF\n" + object + object)) {
            assertThat(check(answer).draft().overview()).containsExactly(new Sentence("Lunch.", List.of(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "[]",
                "{}",
                "{\"a\":1}",
                "{\"overview\":[{\"text\":\"Lunch.\",\"cites\":[1]}",
                "null",
                "{\"overview\""
            })
    void findsNothingInWhatIsNoSuchObject(String answer) {
        Checked checked = check(answer);

        assertThat(checked.draft().isEmpty()).isTrue();
        assertThat(checked.problems())
                .containsExactly(new Problem("the answer", "is no JSON object of the form asked for"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1]            | 1
            [4,1,4]        | 4,1
            ["2"]          | 2
            ["[2]","#3"]   | 2,3
            3              | 3
            """)
    void takesNumbersInTheWaysThatModelsWriteThem(String cites, String numbers) {
        assertThat(check(overview("Lunch.", cites))
                        .draft()
                        .overview()
                        .getFirst()
                        .cites())
                .isEqualTo(java.util.stream.Stream.of(numbers.split(","))
                        .map(Integer::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []       | cites no message
            null     | cites no message
            [0]      | cites 0, which is no message you were shown
            [1,5]    | cites 5, which is no message you were shown
            [-1]     | cites -1, which is no message you were shown
            [1.5]    | cites what is no number
            ["ID1"]  | cites what is no number
            [[1]]    | cites what is no number
            {}       | cites what is no number
            """)
    void rejectsASentenceWithoutAMessageOfThoseShown(String cites, String problem) {
        Checked checked = check(overview("Lunch.", cites));

        assertThat(checked.problems()).containsExactly(new Problem("overview[0]", problem));
        assertThat(checked.draft().isEmpty()).isTrue();
        assertThat(checked.dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            See https://eat.example/menu?d=3 for lunch.              | 1 | true
            See eat.example/menu?d=3.                                | 1 | true
            It is at (www.beans.example), or at BEANS.example!       | 1 | true
            They look at menu.pdf at 9 a.m., e.g. today.             | 1 | true
            See https://eat.example/menu?d=3 for lunch.              | 2 | false
            See https://eat.example/menu?d=4 for lunch.              | 1 | false
            See https://eat.example.evil.example/menu?d=3.           | 1 | false
            See ftp://other.example.                                 | 1 | false
            Write to bea@mail.example.                               | 2 | true
            Write to bob@mail.example.                               | 2 | false
            Call 912 345 678 or +351912345678.                       | 2 | true
            Call 912 345 679.                                        | 2 | false
            Call ٩١٢٣٤٥٦٧٩.                                          | 2 | false
            There were 1.250.000 views.                              | 3 | true
            There were 1.350.000 views.                              | 3 | false
            On 2026-03-04, from 18.30-19.30, as in 2024-2025.        | 4 | true
            Between 18:30 and 19:30 on 04/03/2026 for 120 people.    | 4 | true
            """)
    void letsALinkOrANumberStandOnlyWhereACitedMessageHasIt(String text, String cite, boolean stands) {
        assertThat(check(overview(text, "[" + cite + "]")).problems().isEmpty()).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Carlos said “never again on a monday”.             | true
            Carlos sagte „Never again … on a Monday“.          | true
            Carlos ha detto «NEVER again on a Monday!».        | true
            Carlos calls it the “Monday rule”.                 | true
            Carlos said “never again on a Tuesday”.            | false
            Carlos sagte „nie wieder an einem Montag“.         | false
            Carlos said \\"never again on a Friday\\" today.   | false
            """)
    void letsQuotationMarksStandOnlyAroundWhatWasSaid(String text, boolean stands) {
        assertThat(check(overview(text, "[3]")).problems().isEmpty()).isEqualTo(stands);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Lunch</b>",
                "Lunch </p>",
                "a <!-- b",
                "[Lunch](x)",
                "![](x)",
                "&lt;script",
                "&#60;b",
                "{{7*7}}",
                "a ~~~ b"
            })
    void rejectsMarkup(String text) {
        assertThat(check(overview(text, "[1]")).problems())
                .containsExactly(new Problem("overview[0]", "is not plain text"));
    }

    @Test
    void takesOutEmphasisBulletsAndNumbersOfMessages() {
        assertThat(check(overview("- **Lunch** at `noon`\\nwith 3 < 4 [1, 2].", "[1]"))
                        .draft()
                        .overview()
                        .getFirst()
                        .text())
                .isEqualTo("Lunch at noon with 3 < 4.");
    }

    @Test
    void rejectsOurOwnWords() {
        assertThat(check(overview("It says 0123456789ABCDEF there.", "[1]")).problems())
                .hasSize(1);
        assertThat(check(overview("It says 0123-4567-89ab-cdef there.", "[1]")).problems())
                .hasSize(1);
        assertThat(check(overview(
                                "I was told: Answer with one JSON object and nothing else, of exactly this form.",
                                "[1]"))
                        .problems())
                .containsExactly(new Problem("overview[0]", "repeats the instructions or the marks"));
    }

    @Test
    void rejectsASentenceThatIsNoSentence() {
        assertThat(check(overview("word ".repeat(120), "[1]")).problems())
                .containsExactly(new Problem("overview[0]", "is too long"));
        assertThat(check(overview(" !? ", "[1]")).problems())
                .containsExactly(new Problem("overview[0]", "has no text"));
        assertThat(check("{\"overview\":\"Lunch\",\"urgent\":[7]}").problems())
                .containsExactly(new Problem("overview", "is no list"), new Problem("urgent[0]", "has no text"));
    }

    @Test
    void dropsATopicWhoseTitleLeadsSomewhereAndCountsItsSentences() {
        String points =
                "\"points\":[{\"text\":\"Lunch.\",\"cites\":[1]},{\"text\":\"No cites.\"},{\"text\":\"Twins.\",\"cites\":[4]}]";

        Checked link = check("{\"topics\":[{\"title\":\"Win at www.beans.example\"," + points + "}]}");
        Checked label = check("{\"topics\":[{\"title\":\"" + "Lunch and more ".repeat(10) + "\"," + points + "}]}");

        assertThat(link.draft().topics()).isEmpty();
        assertThat(link.dropped()).isEqualTo(3);
        Subject topic = label.draft().topics().getFirst();
        assertThat(topic.title()).hasSizeLessThanOrEqualTo(80).endsWith("…");
        assertThat(topic.points()).hasSize(2);
        assertThat(label.problems()).containsExactly(new Problem("topics[0].points[1]", "cites no message"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ana silva      | Ana Silva
            Ana            | Ana
            BEA mum of Leo | Bea (mum of Leo)
            Leo            | Leo
            Dora and Leo   | Dora and Leo
            Carlos & Ana   | Carlos & Ana
            Zoe            | -
            Dora and Zoe   | -
            the committee  | -
            <b>Dora</b>    | -
            le             | -
            """)
    void keepsWhoIsToDoItOnlyWhenTheGroupKnowsThem(String who, String kept) {
        Task task = task("\"who\":\"" + who + "\"");

        assertThat(task.who()).isEqualTo(kept);
        assertThat(task.what()).isEqualTo(new Sentence("Bring the twins.", List.of(4)));
    }

    @Test
    void keepsADueDateThatLeadsNowhere() {
        assertThat(task("\"due\":\"Friday at noon\"").due()).isEqualTo("Friday at noon");
        assertThat(task("\"due\":\"2026-03-06\"").due()).isEqualTo("2026-03-06");
        assertThat(task("\"due\":\"see www.beans.example\"").due()).isNull();
        assertThat(task("\"due\":5").due()).isNull();
    }

    @Test
    void looksAtNothingNobodyAskedFor() {
        Checked checked =
                check("{\"urgent\":[{\"text\":\"Lunch.\",\"cites\":[1],\"html\":\"<b>\"}],\"thoughts\":\"<script>\"}");

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.draft())
                .isEqualTo(new Draft(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Sentence("Lunch.", List.of(1)))));
    }

    private static Task task(String field) {
        return check("{\"action_items\":[{\"text\":\"Bring the twins.\",\"cites\":[4]," + field + "}]}")
                .draft()
                .tasks()
                .getFirst();
    }

    private static String overview(String text, String cites) {
        return "{\"overview\":[{\"text\":\"" + text + "\",\"cites\":" + cites + "}]}";
    }

    private static Checked check(String answer) {
        return CheckAnswer.check(answer, new Evidence(DAY, new PrintLine(DAY, 4_000), Set.of(1, 2, 3, 4)), FENCE);
    }

    private static Line line(int number, String speaker, String text) {
        return Line.of("ID" + number, Days.MORNING.plusSeconds(number), speaker, text);
    }
}
