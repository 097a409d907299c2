package groupwatch.summary.extract;

import static groupwatch.summary.extract.Told.amidTalk;
import static groupwatch.summary.extract.Told.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tickets for the concert cost £10 each | Correction: tickets are £9 each | 10 | 9
                    O sofá novo custa R$ 1.890 à vista | Na verdade o sofá custa R$ 1.980 | 1.890 | 1.980
                    La quota per la gita è di 85 euro | Ho sbagliato, la quota è 95 euro | 85 | 95
                    La derrama del ascensor es de 85 euros | Me he equivocado, la derrama es de 57 euros | 85 | 57
                    Das Sommerfest ist am 20. Juni | Korrektur, das Sommerfest ist am 27. Juni | 20 | 27
                    The coach leaves at 15:15 from the hotel | The coach leaves at 14:45, not 15:15 | 15:15 | 14:45
                    """)
    void tellWhatHoldsAfterWhatItTakesThePlaceOf(String said, String corrected, String old, String right) {
        var told = Told.of(amidTalk("Ana: " + said, "Bob: ok", "Ana: " + corrected));
        assertThat(texts(told))
                .filteredOn(text -> text.contains(old))
                .allSatisfy(text -> assertThat(text).contains(" → Ana: ").contains(right));
        assertThat(texts(told)).anySatisfy(text -> assertThat(text).contains(right));
    }

    @Test
    void citeBothMessages() {
        var told =
                Told.of(amidTalk("Ana: Tickets for the concert cost £10 each", "Ana: Correction: tickets are £9 each"));
        assertThat(Told.cited(told))
                .filteredOn(sentence -> sentence.text().contains("→"))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.messages()).isEqualTo(List.of("m1", "m2")));
    }

    @Test
    void countAlsoWhenAnotherAskedInBetween() {
        var told = Told.of(amidTalk(
                "Jo: The party is on 20 June in the garden",
                "Pet >1: Isn't it the 27th?",
                "Jo >2: Right, my mistake. The party is on 27 June"));
        assertThat(texts(told)).filteredOn(text -> text.contains("20 June")).allMatch(text -> text.contains("27 June"));
    }

    @Test
    void countAlsoWhenAnotherMakesThem() {
        var told = Told.of(amidTalk(
                "Mei: It is the certificate on the gateway, it expired last night",
                "Raj >1: It's not the certificate. The deploy set the pool to 5 connections"));
        assertThat(texts(told))
                .filteredOn(text -> text.contains("expired"))
                .allMatch(text -> text.contains("→ Raj: It's not the certificate"));
    }

    @Test
    void takeBackAFalseAlarm() {
        var told = Told.of(amidTalk(
                "Ida: There is a smell of gas on the fifth floor, urgent",
                "Leo: open the windows",
                "Ida >1: False alarm, it was the painter's thinner"));
        assertThat(texts(told.urgent()))
                .noneMatch(text -> text.equals("Ida: There is a smell of gas on the fifth floor, urgent"));
        assertThat(texts(told)).anyMatch(text -> text.contains("→ Ida: False alarm"));
    }

    @Test
    void leaveOutWhoRepeatedWhatHoldsNoMore() {
        var told = Told.of(amidTalk(
                "Ana: The trip costs 85 euro for everybody",
                "Bob: 85",
                "Ana: Correction, the trip costs 95 euro, not 85"));
        assertThat(texts(told)).doesNotContain("Bob: 85");
    }

    @Test
    void leaveAloneWhatTheyAreNotAbout() {
        var told = Told.of(amidTalk(
                "Ana: The museum opens at 10:00 on Sunday",
                "Bob: The bread costs 3 euro at the bakery",
                "Bob: Correction, the bread costs 4 euro"));
        assertThat(texts(told)).contains("Ana: The museum opens at 10:00 on Sunday");
    }
}
