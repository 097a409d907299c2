package groupwatch.summary.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({
        "en-GB,Decisions,Sunday",
        "pt-BR,Decisões,domingo",
        "it,Decisioni,domenica",
        "es-MX,Decisiones,domingo",
        "de,Entscheidungen,Sonntag",
        "fr,Decisions,Sunday",
        "'not a language',Decisions,Sunday",
        "'',Decisions,Sunday"
    })
    void areInTheReadersLanguageOrEnglish(String language, String decisions, String weekday) {
        assertThat(Labels.of(language).decisions()).isEqualTo(decisions);
        assertThat(Labels.of(language).day(LocalDate.of(2026, 3, 1))).isEqualTo(weekday + ", 2026-03-01");
    }

    @Test
    void countOneAsOne() {
        assertThat(Labels.of("en").messages(1)).isEqualTo("From 1 message.");
        assertThat(Labels.of("en").dropped(3)).startsWith("3 sentences were");
    }
}
