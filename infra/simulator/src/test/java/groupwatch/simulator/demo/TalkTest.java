package groupwatch.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TalkTest {

    private static final Cast CAST = Cast.read(Source.of("cast.txt", """
            Ana f 5511999990001 Ana Lima
            Bia f 5511999990002 Bia Reis
            Rui m 5511999990003 Rui Sá
            """));
    private static final Set<Cast.Actor> ALL = CAST.actors().values().stream().collect(Collectors.toSet());
    private static final Room ROOM = new Room("1@g.us", "Test", "", "pt", ZoneId.of("America/Sao_Paulo"), personas());

    @Test
    void fillsSlotsOnceADialogue() {
        List<Happening.Said> said = said("""
                speakers: Ana, Bia
                order = 1.998..2.002
                == day
                A #q: {order} and {order2}, {B}? (Now|Later)
                B >q: {order} and {order2}, @A. Obrigad<o|a>
                """);

        String first = text(said.get(0));
        String numbers = first.substring(0, "2.000 and 2.001".length());
        assertThat(numbers).matches("[12]\\.\\d{3} and [12]\\.\\d{3}");
        assertThat(numbers.substring(0, 5)).isNotEqualTo(numbers.substring(10));
        assertThat(first).matches(".*, (Ana|Bia)\\? (Now|Later)");
        assertThat(text(said.get(1))).startsWith(numbers).endsWith(". Obrigada");
        assertThat(said.get(1).mentions()).containsExactly(said.get(0).by());
        assertThat(said.get(1).replyTo()).isEqualTo(said.get(0).id());
    }

    @Test
    void letsANamedOneSpeakOnlyUnderTheirName() {
        List<Happening.Said> said = said("speakers: Ana, Rui\n== day\nRui: Cansado\nA: Também\n");

        assertThat(said).extracting(one -> one.by().name()).containsExactly("Rui Sá", "Ana Lima");
    }

    @Test
    void keepsDayAndNightApart() {
        Talk talk = talk("loudness: 3\nspeakers: Ana\n== day\nA: Um\n\nA: Dois\n\n== night\nA: Três\n");

        assertThat(talk.loudness()).isEqualTo(3);
        assertThat(talk.day()).hasSize(2);
        assertThat(talk.night()).hasSize(1);
    }

    @Test
    void namesTheLineOfWhatItCannotRead() {
        refused("== noon", "test.talk:1: wants “== day” or “== night”");
        refused("quiet", "test.talk:1: wants “loudness: 3”");
        refused("== day\nNobody: Hi", "test.talk:2: nobody is called Nobody");
        refused("== day\nA >q: Hi", "test.talk:2: nothing above is tagged #q");
        assertThatThrownBy(() -> said("speakers: Ana\n== day\nA: {what}\n"))
                .hasMessage("test.talk:3: nothing fills {what}");
    }

    private static void refused(String talk, String problem) {
        assertThatThrownBy(() -> talk(talk)).isInstanceOf(ScriptException.class).hasMessageContaining(problem);
    }

    private static Talk talk(String text) {
        return Talk.read(Source.of("test.talk", text), ROOM, CAST, ALL);
    }

    private static List<Happening.Said> said(String text) {
        Talk talk = talk(text);
        Chance chance = new Chance(1, LocalDate.of(2026, 3, 5));
        Instant at = Instant.parse("2026-03-05T15:00:00Z");
        Improvisation spoken = new Improvisation(talk, talk.day().getFirst(), CAST, chance, at, "test");
        List<Happening.Said> said = new ArrayList<>();
        while (!spoken.over()) {
            said.add((Happening.Said) spoken.next(at));
        }
        return said;
    }

    private static String text(Happening.Said said) {
        return ((Content.Text) said.content()).text();
    }

    private static List<Persona> personas() {
        return CAST.actors().values().stream().map(Cast.Actor::persona).toList();
    }
}
