package groupwatch.summary.extract;

import static groupwatch.summary.extract.Told.amidTalk;
import static groupwatch.summary.extract.Told.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Has anyone seen the green wheelbarrow?
                    Alguém sabe onde está a chave do depósito?
                    Qualcuno sa quando passa il ritiro ingombranti?
                    ¿Alguien ha encontrado unas gafas rojas?
                    Wer hat mein Paket angenommen?
                    """)
    void stayOpenWhenNobodyKnows(String question) {
        var told = Told.of(amidTalk("Ana: " + question, "Bob: no", "Cy: 🤷"));
        assertThat(texts(told.openQuestions())).containsExactly("Ana: " + question);
    }

    @Test
    void areOverWhenSomebodyAnswersThem() {
        var told = Told.of(amidTalk("Ana: Who has the key of the shed?", "Bob: me, I can bring it over"));
        assertThat(told.openQuestions()).isEmpty();
        assertThat(texts(told)).contains("Ana: Who has the key of the shed? → Bob: me, I can bring it over");
    }

    @Test
    void areOverWhenSomebodyRepliesMuchLater() {
        var told = Told.of(amidTalk(
                "Ana: Which pitch are we on?",
                "Bob: The coffee van opens at 7:30",
                "Cy: The referee comes from Hartley",
                "Dee: Bring yellow shirts",
                "Eve: My car has two seats left",
                "Fay: Snacks are in the blue box",
                "Gil: We need a flag",
                "Hal >1: Pitch 4"));
        assertThat(told.openQuestions()).isEmpty();
        assertThat(texts(told)).contains("Ana: Which pitch are we on? → Hal: Pitch 4");
    }

    @Test
    void areOverWhenWhoAskedFoundIt() {
        var told = Told.of(amidTalk("Ana: Has anyone seen my blue apron?", "Bob: no", "Ana: found it"));
        assertThat(told.openQuestions()).isEmpty();
    }

    @Test
    void areNotAnsweredByAnotherQuestion() {
        var told = Told.of(amidTalk("Ana: Who has the key of the shed?", "Bob >1: Which shed?"));
        assertThat(texts(told.openQuestions())).contains("Ana: Who has the key of the shed?");
    }
}
