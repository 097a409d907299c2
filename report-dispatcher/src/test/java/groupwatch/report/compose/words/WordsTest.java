package groupwatch.report.compose.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.plan.ReportType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    static final List<String> ALL = Languages.ALL;

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Languages languages = new Languages();

    @ParameterizedTest
    @FieldSource("ALL")
    void haveATextForEverything(String language) {
        Map<String, String> english = Languages.texts("en");
        Map<String, String> texts = Languages.texts(language);

        assertThat(texts).containsOnlyKeys(english.keySet());
        assertThat(texts).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            if (!key.endsWith(".one")) {
                assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
            }
        });
    }

    @Test
    void haveAWordForEachTypeAndReason() {
        Map<String, String> texts = Languages.texts("en");

        assertThat(texts)
                .containsKeys(Stream.of(ReportType.values())
                        .map(type -> "kind." + type.word())
                        .toArray(String[]::new));
        assertThat(texts)
                .containsKeys(Stream.of(MissingSummary.values())
                        .map(why -> "missing." + why.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("en", "messages", "0 messages", "1 message", "1,284 messages"),
                arguments("pt", "messages", "0 mensagens", "1 mensagem", "1.284 mensagens"),
                arguments("es", "messages", "0 mensajes", "1 mensaje", "1.284 mensajes"),
                arguments("it", "messages", "0 messaggi", "1 messaggio", "1.284 messaggi"),
                arguments("de", "messages", "0 Nachrichten", "1 Nachricht", "1.284 Nachrichten"),
                arguments("en", "todo", "0 things to do", "1 thing to do", "1,284 things to do"),
                arguments("pt", "decisions", "0 decisões", "1 decisão", "1.284 decisões"),
                arguments("es", "coverage.missing", "aún faltan 0", "aún falta 1", "aún faltan 1.284"),
                arguments("it", "rest.plain", "e altri 0 gruppi", "e un altro gruppo", "e altri 1.284 gruppi"),
                arguments("de", "activity.silent", "0 Gruppen still", "1 Gruppe still", "1.284 Gruppen still"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void haveTheRightForm(String language, String key, String none, String one, String many) {
        Words words = languages.of(Locale.of(language));

        assertThat(words.count(key, 0)).isEqualTo(none);
        assertThat(words.count(key, 1)).isEqualTo(one);
        assertThat(words.count(key, 1284)).isEqualTo(many);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void writeDatesAsTheirReadersDo(String language, String date, String third) {
        Words words = languages.of(Locale.of(language));

        assertThat(words.date("date.full", LocalDate.of(2026, 11, 19))).isEqualTo(date);
        assertThat(words.dayInARow(3)).isEqualTo(third);
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                arguments("en", "Thu 19 Nov 2026", "third day"),
                arguments("pt", "qui. 19 de nov. de 2026", "terceiro dia"),
                arguments("es", "jue 19 nov 2026", "tercer día"),
                arguments("it", "gio 19 nov 2026", "terzo giorno"),
                arguments("de", "Do. 19. Nov. 2026", "dritter Tag"));
    }

    @Test
    void compareWithBefore() {
        Words words = languages.of(Locale.UK);

        assertThat(words.trend(106, 100)).isEqualTo("▲ 6\u00a0%");
        assertThat(words.trend(50, 100)).isEqualTo("▼ 50\u00a0%");
        assertThat(words.trend(10_001, 10_000)).isEqualTo("▲ under 1\u00a0%");
        assertThat(words.trend(5_000, 100)).isEqualTo("▲ 50×");
        assertThat(words.trend(7, 7)).isEqualTo("as before");
        assertThat(words.trend(7, 0)).isEqualTo("new");
        assertThat(words.dayInARow(14)).isEqualTo("14 days in a row");
    }

    @Test
    void leavePlacesInWhatIsToldAlone() {
        assertThat(languages.of(Locale.ENGLISH).say("range", "{1} $1 \\", "b")).isEqualTo("{1} $1 \\ – b");
    }

    @Test
    void areEnglishForALanguageThatNobodySpeaks() {
        assertThat(languages.of(Locale.of("tlh")).language()).isEqualTo("en");
        assertThat(languages.of(Locale.of("pt", "BR")).language()).isEqualTo("pt");
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
