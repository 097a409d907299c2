package groupwatch.summary.show;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.summary.Cited;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.text.PlainText;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    private static final GroupAddress ADDRESS = new GroupAddress("");
    private static final Pattern CITES =
            Pattern.compile("(?: \\[\\d+\\]\\(/groups/[A-Za-z0-9%._~-]+\\?at=[A-Za-z0-9%._~-]*\\))+$");

    @Test
    void showsSentencesWithLinksToTheirMessages() {
        Summary german = Nasty.of(HtmlTest.PADEL.content(), "1203@g.us", "Padel #1", "de", Summary.EXTRACTIVE);

        assertThat(Markdown.of(german, ADDRESS)).isEqualTo("""
                # Padel \\#1

                Dienstag, 2026-03-03

                ## Überblick

                - They play at eight. [1](/groups/1203%40g.us?at=A1) [2](/groups/1203%40g.us?at=B2)

                ## Zu tun

                - Book the court. (Bea, bis noon) [2](/groups/1203%40g.us?at=B2)

                ## Themen


                ### The game

                - Carlos comes late. [3](/groups/1203%40g.us?at=C3)

                ---

                - Aus 41 Nachrichten.
                - Es waren zu viele: 7 weitere wurden nicht gelesen.
                - Sätze der Gruppe selbst, ohne Sprachmodell ausgewählt.
                - Bis jetzt: der Tag war noch nicht vorbei, als dies geschrieben wurde.
                - Neu geschrieben: nach der ersten Fassung kamen Nachrichten dazu, wurden geändert oder gelöscht.
                - 1 Satz wurde weggelassen, weil ihn keine Nachricht belegt.
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            **bold** _it_         | \\*\\*bold\\*\\* \\_it\\_
            # no heading          | \\# no heading
            1. one                | 1\\. one
            2) two                | 2\\) two
            - item                | \\- item
            + item                | \\+ item
            === rule              | \\=== rule
            [x](javascript:y)     | \\[x\\]\\(javascript:y\\)
            <b>&amp;</b>          | &lt;b&gt;&amp;amp;&lt;/b&gt;
            > quote               | &gt; quote
            a `b` \\ ~c~          | a \\`b\\` \\\\ \\~c\\~
            5 - 3 = 2, 1.5        | 5 - 3 = 2, 1.5
            """)
    void keepsWhatWasSaidWords(String said, String shown) {
        assertThat(overview(said)).isEqualTo("- " + shown + " [1](/groups/g?at=A)");
    }

    @Test
    void makesOneLineOfEverySentenceWhateverWasSaid() {
        for (int seed = 0; seed < 2_000; seed++) {
            Summary summary = Nasty.summary(new Random(seed));

            List<String> lines = Markdown.of(summary, ADDRESS).lines().toList();

            List<String> sentences =
                    lines.stream().filter(line -> CITES.matcher(line).find()).toList();
            assertThat(sentences).hasSize(9).allMatch(line -> line.startsWith("- "));
            assertThat(lines).filteredOn(line -> line.startsWith("#")).hasSize(1 + 6 + 2);
            String first = CITES.matcher(sentences.getFirst().substring(2)).replaceFirst("");
            assertThat(first).doesNotContain("<", ">").doesNotMatch("^(?:[#>+=-]|\\d+[.)]).*");
            assertThat(unescaped(first))
                    .isEqualTo(PlainText.oneLine(
                            summary.content().overview().getFirst().text()));
            assertThat(first.replaceAll("\\\\.", "")).doesNotContainPattern("[\\\\`*_{}\\[\\]()#!|~^$]");
        }
    }

    private static String overview(String said) {
        SummaryContent content = new SummaryContent(
                List.of(new Cited(said, List.of("A"))), List.of(), List.of(), List.of(), List.of(), List.of());
        return Markdown.of(Nasty.of(content, "g", "Padel", "en", "scripted"), ADDRESS)
                .lines()
                .filter(line -> CITES.matcher(line).find())
                .findFirst()
                .orElseThrow();
    }

    private static String unescaped(String markdown) {
        return markdown.replaceAll("\\\\(.)", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
