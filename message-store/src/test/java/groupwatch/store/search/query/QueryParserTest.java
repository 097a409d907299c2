package groupwatch.store.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.message.MessageType;
import groupwatch.kit.problem.ProblemException;
import groupwatch.store.search.query.Query.And;
import groupwatch.store.search.query.Query.From;
import groupwatch.store.search.query.Query.In;
import groupwatch.store.search.query.Query.Not;
import groupwatch.store.search.query.Query.OfType;
import groupwatch.store.search.query.Query.Or;
import groupwatch.store.search.query.Query.Sent;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.words.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, and how it is understood. */
class QueryParserTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bom dia ; (bom & dia)",
                "bom AND dia ; (bom & dia)",
                "\"bom dia\" ; <bom dia>",
                "“bom dia” ; <bom dia>",
                "a b OR c OR d e ; (a & (b | c | d) & e)",
                "-a -\"b c\" -from:x ; (!a & !<b c> & !from:x)",
                "foo-bar a:b 15:30 ; (<foo bar> & <a b> & <15 30>)",
                "caf* -reun* ; (caf* & !reun*)",
                "\"bom di\"* ; <bom di>*",
                "FROM:Ana in:\"Loja Norte\" ; (from:Ana & in:Loja Norte)",
                "a - b -- ! ; (a & b)",
                "it\"s ; <it s>",
                "or and ; (or & and)",
                "\"OR\" ; or",
                "-OR ; !or",
            })
    void isUnderstood(String typed, String understood) {
        assertThat(shown(QueryParser.parse(typed, ZONE).query())).isEqualTo(understood);
    }

    @Test
    void quotesMeanExactlySo() {
        assertThat(QueryParser.parse("\"casa\"", ZONE).query()).isInstanceOfSatisfying(Text.class, text -> {
            assertThat(text.exact()).isTrue();
            assertThat(text.isPhrase()).isFalse();
        });
    }

    @Test
    void daysBeginInTheZoneOfWhoAsks() {
        assertThat(sent("before:2026-01-31").to()).isEqualTo(Instant.parse("2026-01-31T03:00:00Z"));
        assertThat(sent("after:2026-01-31").from()).isEqualTo(Instant.parse("2026-01-31T03:00:00Z"));
        assertThat(sent("on:2026-01-31").from()).isEqualTo(Instant.parse("2026-01-31T03:00:00Z"));
        assertThat(sent("on:2026-01-31").to()).isEqualTo(Instant.parse("2026-02-01T03:00:00Z"));
        assertThat(sent("after:2026-01-31T08:00:00+01:00").from()).isEqualTo(Instant.parse("2026-01-31T07:00:00Z"));
    }

    @Test
    void severalTypesAndWhatIsIgnored() {
        assertThat(QueryParser.parse("type:image,Video", ZONE).query())
                .isInstanceOfSatisfying(
                        OfType.class,
                        of -> assertThat(of.types()).containsExactly(MessageType.IMAGE, MessageType.VIDEO));
        assertThat(QueryParser.parse("a !!! ??", ZONE).ignored()).containsExactly("!!!", "??");
    }

    @ParameterizedTest
    @CsvSource({
        "a \"b, 2",
        "from:, 0",
        "a type:nothing, 2",
        "x has:wings, 2",
        "before:yesterday, 0",
        "on:2026-13-01, 0",
        "on:2026-01-01T00:00:00Z, 0",
        "after:9999-12-31, 0",
        "OR b, 0",
        "a OR, 2",
        "a OR OR b, 5",
    })
    void saysWhereItIsWrong(String typed, int position) {
        assertThatThrownBy(() -> QueryParser.parse(typed, ZONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("q, at character " + (position + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "\"\"", " - ", "-!", "AND"})
    void somethingHasToBeLookedFor(String typed) {
        assertThatThrownBy(() -> QueryParser.parse(typed, ZONE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anythingTypedIsUnderstoodOrRefused() {
        Random random = new Random(7);
        List<String> parts =
                List.of("a", "\"", "-", "OR", " ", "from:", "on:", "*", ":", "é", "👍", "“", "\ud800", "2026-01-01");
        for (int i = 0; i < 5000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = 0; j < random.nextInt(9); j++) {
                typed.append(parts.get(random.nextInt(parts.size())));
            }
            try {
                assertThat(QueryParser.parse(typed.toString(), ZONE).query()).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.status().value()).isEqualTo(400);
            }
        }
    }

    private static Sent sent(String typed) {
        return (Sent) QueryParser.parse(typed, ZONE).query();
    }

    private static String shown(Query query) {
        return switch (query) {
            case And and -> and.all().stream().map(QueryParserTest::shown).collect(Collectors.joining(" & ", "(", ")"));
            case Or or -> or.any().stream().map(QueryParserTest::shown).collect(Collectors.joining(" | ", "(", ")"));
            case Not not -> "!" + shown(not.query());
            case Text text -> {
                String words = text.words().stream().map(Word::folded).collect(Collectors.joining(" "));
                yield (text.isPhrase() ? "<" + words + ">" : words) + (text.prefix() ? "*" : "");
            }
            case From from -> "from:" + from.who();
            case In in -> "in:" + in.chat();
            default -> query.toString();
        };
    }
}
