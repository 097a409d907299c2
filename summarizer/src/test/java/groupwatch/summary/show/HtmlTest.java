package groupwatch.summary.show;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.Topic;
import groupwatch.summary.text.PlainText;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlTest {

    private static final GroupAddress ADDRESS = new GroupAddress("https://groupwatch.example.org/");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("article", Set.of("class", "lang")),
            Map.entry("header", Set.of()),
            Map.entry("footer", Set.of()),
            Map.entry("section", Set.of("class")),
            Map.entry("h2", Set.of("dir")),
            Map.entry("h3", Set.of()),
            Map.entry("h4", Set.of("dir")),
            Map.entry("p", Set.of("class")),
            Map.entry("ul", Set.of()),
            Map.entry("li", Set.of("dir")),
            Map.entry("span", Set.of("class")),
            Map.entry("bdi", Set.of()),
            Map.entry("a", Set.of("class", "href")));

    static final Summary PADEL = Nasty.of(
            new SummaryContent(
                    List.of(new Cited("They play at eight.", List.of("A1", "B2"))),
                    List.of(new Topic("The game", List.of(new Cited("Carlos comes late.", List.of("C3"))))),
                    List.of(),
                    List.of(new ActionItem("Book the court.", "Bea", "noon", List.of("B2"))),
                    List.of(),
                    List.of()),
            "1203@g.us",
            "Padel & more",
            "pt-PT",
            "anthropic");

    @Test
    void showsSentencesWithLinksToTheirMessages() {
        assertThat(Html.of(PADEL, ADDRESS))
                .startsWith("<article class=\"summary\" lang=\"pt-PT\">")
                .contains("<h2 dir=\"auto\">Padel &amp; more</h2>", "terça-feira, 2026-03-03", "<h3>Por fazer</h3>")
                .contains(
                        "They play at eight. <a class=\"cite\" href=\"https://groupwatch.example.org/groups/1203%40g.us?at=A1\">1</a> "
                                + "<a class=\"cite\" href=\"https://groupwatch.example.org/groups/1203%40g.us?at=B2\">2</a></li>")
                .contains(
                        "Book the court. <span class=\"who\"><bdi>Bea</bdi></span> <span class=\"due\">prazo <bdi>noon</bdi></span> "
                                + "<a class=\"cite\" href=\"https://groupwatch.example.org/groups/1203%40g.us?at=B2\">2</a>")
                .contains(
                        "<h4 dir=\"auto\">The game</h4>", "De 41 mensagens.", "1 frase", "Até agora", "Escrito de novo")
                .doesNotContain("sem modelo de linguagem", "Decisões");
    }

    @Test
    void isOnlyWordsAndLinksToTheGroupWhateverWasSaid() throws Exception {
        for (int seed = 0; seed < 1_000; seed++) {
            Summary summary = Nasty.summary(new Random(seed));

            Element article = parsed(Html.of(summary, ADDRESS));

            NodeList elements = article.getElementsByTagName("*");
            for (int at = 0; at < elements.getLength(); at++) {
                assertHarmless((Element) elements.item(at));
            }
            assertThat(article.getElementsByTagName("li").getLength()).isEqualTo(9);
            String first = article.getElementsByTagName("li").item(0).getTextContent();
            assertThat(first)
                    .startsWith(PlainText.oneLine(
                            summary.content().overview().getFirst().text()));
            assertThat(article.getTextContent()).doesNotContain("\u202E", "\u0000", "\u001B");
        }
    }

    @Test
    void saysThatNoLanguageModelChoseTheSentences() {
        Summary extractive = Nasty.of(PADEL.content(), PADEL.group(), "Padel", "fr", Summary.EXTRACTIVE);

        assertThat(Html.of(extractive, new GroupAddress("")))
                .contains(
                        "Sentences of the group itself, chosen without a language model.",
                        "href=\"/groups/1203%40g.us?at=A1\"");
    }

    private static void assertHarmless(Element element) {
        assertThat(ALLOWED).containsKey(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            assertThat(ALLOWED.get(element.getTagName()))
                    .contains(attributes.item(at).getNodeName());
        }
        if (element.getTagName().equals("a")) {
            assertThat(element.getAttribute("href"))
                    .matches("https://groupwatch\\.example\\.org/groups/[A-Za-z0-9%._~-]+\\?at=[A-Za-z0-9%._~-]*");
        }
    }

    /** Ours is well-formed XML, too: nothing in it is left to how a browser repairs it. */
    private static Element parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getDocumentElement();
    }
}
