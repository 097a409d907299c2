package groupwatch.summary.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void figuresAreOneWordWithWhatIsWrittenIntoThem() {
        assertThat(Words.of("R$ 1.980, às 20h30 (8:45) 12/03 Ficção-científica"))
                .extracting(Word::folded)
                .containsExactly("r", "1.980", "as", "20h30", "8:45", "12/03", "ficcao", "cientifica");
    }

    @Test
    void formsOfAWordCountAsOneAndStopWordsAsNone() {
        assertThat(Words.of("the entregas entrega e die und"))
                .extracting(StopWords::term)
                .containsExactly("", "entreg", "entreg", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "We have decided to go, DECISION, true",
        "an undecided voter, DECISION, false",
        "Ficou DECIDIDO assim, DECISION, true",
        "Che decisione difficile, DECISION, true",
        "I was firebrand, URGENT, false",
        "na verdade é outro, SECOND_THOUGHT, true",
        "a verdade é outra, SECOND_THOUGHT, false",
    })
    void turnsOfPhraseAreFoundByWholeWords(String text, Cue cue, boolean found) {
        assertThat(Sentence.of(text).has(cue)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I can bring it by Friday, promised | by Friday
                    Mando até sexta-feira às 17h | até sexta-feira às 17h
                    La faccio entro venerdì | entro venerdì
                    Lo hago antes del viernes por la tarde | antes del viernes
                    Ich mache das bis Freitag um 20 Uhr | bis Freitag um 20 Uhr
                    """)
    void aDateComesWithWhatBelongsToIt(String text, String date) {
        assertThat(Dates.in(Sentence.of(text)).orElseThrow()).startsWith(date);
    }

    @Test
    void sentencesEndWhereTheyEnd() {
        assertThat(Sentences.of("It costs 3.50 euro. Bring cash!\nSee you at 8"))
                .extracting(Sentence::text)
                .containsExactly("It costs 3.50 euro.", "Bring cash!", "See you at 8");
    }
}
