package groupwatch.store.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts are broken into, and what makes no difference between two words. */
class WordsTest {

    @Test
    void punctuationEndsAWordWhateverItJoins() {
        assertThat(words("Orçamento_final-2026.pdf d'água 1.500,00 15:30 AC/DC (não!)"))
                .containsExactly(
                        "orcamento",
                        "final",
                        "2026",
                        "pdf",
                        "d",
                        "agua",
                        "1",
                        "500",
                        "00",
                        "15",
                        "30",
                        "ac",
                        "dc",
                        "nao");
    }

    @Test
    void eachEmojiIsAWordAndSkinTonesAreNone() {
        assertThat(words("ok👍🏽👍 ❤️❤ 👨‍👩‍👧‍👦🇧🇷 1️⃣"))
                .containsExactly("ok", "👍", "👍", "❤", "❤", "👨‍👩‍👧‍👦", "🇧🇷", "1⃣");
    }

    @Test
    void scriptsWithoutSpacesHaveAWordForEachCharacter() {
        assertThat(words("東京タワー")).containsExactly("東", "京", "タワー");
        assertThat(words("ไปกิน")).containsExactly("ไ", "ป", "กิ", "น");
        assertThat(words("안녕 하세요")).containsExactly("안녕", "하세요");
    }

    @ParameterizedTest
    @CsvSource({
        "ÇÃO, cao",
        "Ca\u0303o, cao",
        "Straße, STRASSE",
        "İstanbul, istanbul",
        "ISPARTA, ısparta",
        "ＡＢＣ１２, abc12",
        "smørrebrød, smorrebrod",
        "Ёлка, елка",
        "ΟΔΟΣ, οδός",
        "مَرْحَبًا, مرحبا",
        "أحمد, احمد",
        "مدرسة, مدرسه",
        "مـــرحبا, مرحبا",
        "שָׁלוֹם, שלום",
        "co\u00ADoperate, cooperate",
    })
    void differencesThatPeopleDoNotTypeAreNone(String one, String other) {
        assertThat(words(one)).hasSize(1).isEqualTo(words(other));
    }

    @Test
    void lettersThatOnlyAMarkTellsApartStayApart() {
        assertThat(words("が")).isNotEqualTo(words("か"));
        assertThat(words("कि")).isNotEqualTo(words("का"));
    }

    @Test
    void aWordKnowsWhereItStandsInTheText() {
        String text = "👍🏽 cafe\u0301, não";
        assertThat(WordBreaker.words(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("👍🏽", "cafe\u0301", "não");
    }

    @Test
    void textsAreWrittenAsPostgresReadsThem() {
        assertThat(SearchWords.of(List.of("Bom dia, bom", "d'a"), List.of(Marks.chat("123@g.us")), null))
                .isEqualTo("'/g123' 'a':6 'bom':1,3 'd':5 'dia':2");
        assertThat(SearchWords.quoted("it's \\")).isEqualTo("'it''s \\\\'");
        assertThat(SearchWords.of(List.of(), List.of(), null)).isEmpty();
    }

    @Test
    void ofAnEndlessTextTheBeginningIsIndexed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("palavra").append(i).append("ção ");
        }
        String literal = SearchWords.of(List.of(text.toString()), List.of(), Language.PT);
        assertThat(literal).contains("'palavra0cao':1").doesNotContain("'palavra39999cao'");
        assertThat(literal.length()).isLessThan(1_000_000);
    }

    @Test
    void inflectedFormsShareAStemWithAndWithoutAccents() {
        for (List<String> forms : List.of(List.of("informação", "informações"), List.of("reuniao", "reunião"))) {
            assertThat(stems(Language.PT, forms.getFirst())).containsAnyElementsOf(stems(Language.PT, forms.getLast()));
        }
        assertThat(stems(Language.EN, "meetings")).isEqualTo(stems(Language.EN, "meeting"));
        assertThat(stems(Language.EN, "👍")).isEmpty();
        assertThat(stems(Language.EN, "2026")).isEmpty();
        assertThat(Language.of("PT")).isEqualTo(Language.PT);
        assertThat(Language.of("xx")).isNull();
    }

    private static List<String> words(String text) {
        return WordBreaker.words(text).stream().map(Word::folded).toList();
    }

    private static List<String> stems(Language language, String word) {
        return List.copyOf(language.stems(WordBreaker.words(word).getFirst()));
    }
}
