package groupwatch.summary.ask.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Ana say about the budget?            | ENGLISH    | ana budget
            who has the keys                              | ENGLISH    | keys
            O que a Ana disse sobre o orçamento?          | PORTUGUESE | ana orcamento
            Quem vai levar o bolo?                        | PORTUGUESE | vai levar bolo
            Cosa ha detto Ana del preventivo?             | ITALIAN    | ana preventivo
            Chi porta la torta?                           | ITALIAN    | porta torta
            ¿Qué dijo Ana sobre el presupuesto?           | SPANISH    | ana presupuesto
            ¿Quién trae la tarta?                         | SPANISH    | trae tarta
            Was hat Ana über das Budget gesagt?           | GERMAN     | ana budget
            Wer bringt den Kuchen mit?                    | GERMAN     | bringt kuchen
            plumber?                                      | ENGLISH    | plumber
            """)
    void knowsTheLanguageOfAQuestionAndWhatItIsAbout(String question, Tongue tongue, String telling) {
        assertThat(Tongue.guess(question)).isEqualTo(tongue);
        assertThat(Words.telling(question, tongue))
                .extracting(Words.Word::folded)
                .containsExactly(telling.split(" "));
    }

    @Test
    void foldsWithoutMovingAnything() {
        assertThat(Folded.of("Ação L’ÉTÉ Straße")).isEqualTo("acao l'ete straße");
        assertThat(Folded.of("🎉 É")).hasSize("🎉 É".length());
    }

    @Test
    void takesALanguageByItsTag() {
        assertThat(Tongue.of(Locale.forLanguageTag("pt-BR"))).contains(Tongue.PORTUGUESE);
        assertThat(Tongue.of(Locale.FRENCH)).isEmpty();
    }
}
