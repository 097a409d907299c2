package groupwatch.summary.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.ask.find.Found;
import groupwatch.summary.ask.testing.Sources;
import groupwatch.summary.ask.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedAnswerTest {

    private static final Phrases ENGLISH = Phrases.of(Tongue.ENGLISH);
    private static final Found FOUND = Sources.found(
            "I pay",
            "The menu is at https://menu.example/today?x=1 and on www.example.org",
            "final.pdf is there",
            "ok",
            "five",
            "six");
    private static final Pattern CITATION = Pattern.compile("\\[(\\d+)]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana pays [1].                                    | Ana pays [1].
            Ana pays. [1]                                    | Ana pays. [1]
            Ana pays [1]. Bob eats [4].                      | Ana pays [1]. Bob eats [2].
            Ana pays. [1] Bob eats. [1]                      | Ana pays. [1] Bob eats. [1]
            Ana pays [3][5]. Bob eats [5].                   | Ana pays [1][2]. Bob eats [2].
            Ana pays [3, 5]. Bob eats [4-6].                 | Ana pays [1][2]. Bob eats [3][2][4].
            Ana pays [99][1].                                | Ana pays [1].
            Ana pays [1]. Nobody eats.                       | Ana pays [1].
            Nobody eats. Ana pays [1].                       | Ana pays [1].
            Dr. Souza pays 3.50 at 5 p.m. on Friday [1].     | Dr. Souza pays 3.50 at 5 p.m. on Friday [1].
            Ana zahlt am 3. März [1].                        | Ana zahlt am 3. März [1].
            Ana pays! 🎉 [1] Bob eats [2].                   | Ana pays! 🎉 [1] Bob eats [2].
            "Ana pays." [1] Bob "eats".                      | "Ana pays." [1]
            **Ana** pays [1] `now`.                          | Ana pays [1] now.
            > # Ana pays [1]                                 | Ana pays [1]
            <b>Ana</b> pays <script>x</script> [1].          | ‹b>Ana‹/b> pays ‹script>x‹/script> [1].
            1 < 2 says Ana [1].                              | 1 < 2 says Ana [1].
            [Ana](final.pdf) pays [3].                       | [Ana] (final.pdf) pays [1].
            Ana pays [1](final.pdf).                         | The messages I found do not answer this.
            The menu: https://menu.example/today?x=1 [2].    | The menu: https://menu.example/today?x=1 [1].
            The menu is at example.org [2].                  | The menu is at example.org [1].
            The menu: https://menu.example/today?x=1 [1].    | The messages I found do not answer this.
            The menu: https://menu.example/today?x=2 [2].    | The messages I found do not answer this.
            See evil.example [1].                            | The messages I found do not answer this.
            See javascript:alert(1) [1].                     | The messages I found do not answer this.
            It is in final.pdf [3].                          | It is in final.pdf [1].
            [1]                                              | The messages I found do not answer this.
            [1] Ana pays.                                    | Ana pays.[1]
            NONE                                             | The messages I found do not answer this.
            Ana pays [1]. NONE                               | Ana pays [1].
            Ana pays [12                                     | The messages I found do not answer this.
            """)
    void letsOutOnlyWhatIsSupported(String written, String said) {
        assertThat(whole(written).text()).isEqualTo(said);
    }

    @Test
    void keepsListsAndParagraphs() {
        CheckedAnswer answer =
                whole("Two things [1]:\n\n* Ana pays [1]\n* Nobody eats\n• Bob cooks [4]\n\nThat is all [5].");

        assertThat(answer.text()).isEqualTo("Two things [1]:\n\n- Ana pays [1]\n- Bob cooks [2]\n\nThat is all [3].");
        assertThat(answer.dropped()).isEqualTo(1);
    }

    @Test
    void tellsWhatIsCited() {
        CheckedAnswer answer = whole("Bob eats [4]. Ana pays [1].");

        assertThat(answer.citations()).extracting(Citation::number).containsExactly(1, 2);
        assertThat(answer.citations()).extracting(Citation::id).containsExactly("M4", "M1");
        assertThat(answer.citations().getFirst().groupName()).isEqualTo("Família Souza");
    }

    @Test
    void saysThatAnAnswerWasCutOffAndLeavesOutItsLastSentence() {
        CheckedAnswer answer = new CheckedAnswer(FOUND, Phrases.of(Tongue.GERMAN));
        answer.feed("Ana zahlt [1]. Bob wird heute nicht");
        answer.cutOff();

        assertThat(answer.text()).isEqualTo("Ana zahlt [1].\n(Die Antwort wurde hier abgeschnitten.)");
        assertThat(answer.dropped()).isEqualTo(1);
    }

    @Test
    void whatIsLetOutIsNotHeldBackUntilTheEnd() {
        CheckedAnswer answer = new CheckedAnswer(FOUND, ENGLISH);

        assertThat(answer.feed("Ana pays [")).isEmpty();
        assertThat(answer.feed("1]. ")).isEmpty();
        assertThat(answer.feed("B")).extracting(Said::text).containsExactly("Ana pays [1].");
    }

    @Test
    void inWhicheverPiecesItComesTheSameComesOut() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            String written = anything(random);
            CheckedAnswer whole = whole(written);
            CheckedAnswer pieces = new CheckedAnswer(FOUND, ENGLISH);
            List<Said> said = new ArrayList<>();
            for (int at = 0; at < written.length(); ) {
                int end = Math.min(written.length(), at + 1 + random.nextInt(7));
                said.addAll(pieces.feed(written.substring(at, end)));
                at = end;
            }
            said.addAll(pieces.complete());

            assertThat(pieces.text()).as(written).isEqualTo(whole.text());
            assertThat(said.stream().map(Said::text).collect(Collectors.joining()))
                    .isEqualTo(whole.text());
            assertThat(pieces.citations()).isEqualTo(whole.citations());
            assertThat(pieces.dropped()).isEqualTo(whole.dropped());
        }
    }

    @Test
    void whateverAModelWritesEverySentenceOfItCites() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            CheckedAnswer answer = new CheckedAnswer(FOUND, ENGLISH);
            List<Said> said = new ArrayList<>(answer.feed(anything(random)));
            said.addAll(random.nextBoolean() ? answer.complete() : answer.cutOff());

            List<String> ours = List.of(ENGLISH.notAnswered(), ENGLISH.cutOff());
            for (Said each : said) {
                if (!ours.contains(each.text().strip())) {
                    assertThat(CITATION.matcher(each.text()).find())
                            .as(each.text())
                            .isTrue();
                }
            }
            int known = answer.citations().size();
            for (Matcher cited = CITATION.matcher(answer.text()); cited.find(); ) {
                assertThat(Integer.parseInt(cited.group(1))).isBetween(1, known);
            }
        }
    }

    /** Pieces of text, good and bad, in any order. */
    private static String anything(Random random) {
        String[] parts = {
            "Ana pays",
            " ",
            ". ",
            "[1]",
            "[2]",
            "[9999]",
            "[1, 4]",
            "[",
            "]",
            "[12",
            "\n",
            "\n\n",
            "- ",
            "Bob eats",
            "! ",
            "? ",
            "NONE",
            "https://evil.example/x ",
            "https://menu.example/today?x=1 ",
            "<b>",
            "**",
            "](",
            "3.",
            "am 3. ",
            "Dr. ",
            "e.g. ",
            "…",
            "\"",
            "🎉",
            " é",
            "\r\n",
            "[3-5]",
            "[1](",
            ")",
            "javascript:alert(1) ",
            "[1]: ",
            "\u202E",
            "[ 4 ]",
            "([5])."
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(25); i >= 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static CheckedAnswer whole(String written) {
        CheckedAnswer answer = new CheckedAnswer(FOUND, ENGLISH);
        answer.feed(written);
        answer.complete();
        return answer;
    }
}
