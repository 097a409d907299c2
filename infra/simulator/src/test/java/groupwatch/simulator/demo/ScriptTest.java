package groupwatch.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);
    private static final Cast CAST = Cast.read(Source.of("cast.txt", """
            Ana f 5511999990001 Ana Lima
            Bob m 447700900999 Bob Hall
            Cleo f 15550100999 Cleo Fox
            """));
    private static final String HEADERS = """
            group: Test
            jid: 1@g.us
            about: A test
            language: en
            zone: Europe/London
            dates: d MMM
            members: Ana, Bob
            """;

    @Test
    void readsWhatIsSaidAndDone() {
        List<Happening> told = told("""
                == day 1
                09:00 Ana #hello: Hello @Bob, see you on {d3}, {d3.date}
                09:01 Bob >hello: Hi
                    in two lines
                09:01 Bob +hello 👍
                09:02 Ana =hello: Hello again
                09:03 me: From the linked account
                09:04 Cleo joins by Ana
                09:05 Cleo -hello
                09:06 Cleo leaves
                """);

        assertThat(told).hasSize(8).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        Happening.Said hello = (Happening.Said) told.getFirst();
        assertThat(hello.content()).isEqualTo(new Content.Text("Hello @447700900999, see you on Monday, 9 Mar"));
        assertThat(hello.mentions()).extracting("name").containsExactly("Bob Hall");
        Happening.Said answer = (Happening.Said) told.get(1);
        assertThat(answer.replyTo()).isEqualTo(hello.id());
        assertThat(answer.content()).isEqualTo(new Content.Text("Hi\nin two lines"));
        assertThat(told.get(2))
                .isInstanceOfSatisfying(
                        Happening.Reacted.class,
                        reacted -> assertThat(reacted.emoji()).isEqualTo("👍"));
        assertThat(told.get(3))
                .isInstanceOfSatisfying(
                        Happening.Edited.class,
                        edited -> assertThat(edited.target()).isEqualTo(hello.id()));
        assertThat(told.get(4))
                .isInstanceOfSatisfying(
                        Happening.Said.class, mine -> assertThat(mine.by()).isNull());
        assertThat(told.get(5)).isInstanceOf(Happening.Joined.class);
        assertThat(told.get(6)).isInstanceOf(Happening.Revoked.class);
        assertThat(told.get(7)).isInstanceOf(Happening.Left.class);
    }

    @Test
    void readsEveryKindOfContent() {
        List<Content> contents = told("""
                        == day 1
                        09:00 Ana: [voice 1:05] Spoken words
                        09:01 Ana: [photo]
                        09:02 Ana: [photo] A caption
                        09:03 Ana: [video 0:09] Moving
                        09:04 Ana: [document prices.pdf 2p] Look
                            Line one
                            Line two
                        09:05 Ana: [sticker]
                        09:06 Ana: [poll] Tea? | yes | no
                        09:07 Ana: [place Gate | Quay 1 | 51.5, -0.12]
                        09:08 Ana: [card Bob | 447700900999]
                        """).stream()
                .map(happening -> ((Happening.Said) happening).content())
                .toList();

        assertThat(contents)
                .containsExactly(
                        new Content.Voice(65, "Spoken words"),
                        new Content.Image(null),
                        new Content.Image("A caption"),
                        new Content.Video("Moving", 9),
                        new Content.Document("prices.pdf", "application/pdf", 2, "Look", "Line one\nLine two"),
                        new Content.Sticker(),
                        new Content.Poll("Tea?", List.of("yes", "no")),
                        new Content.Place("Gate", "Quay 1", 51.5, -0.12),
                        new Content.Card("Bob", "447700900999"));
    }

    @Test
    void laysWeekendsWhereTheCalendarHasThem() {
        List<Happening> told = told("""
                == day 2
                09:00 Ana: Friday
                == weekend 1 sunday
                09:00 Ana: Sunday
                == day 3
                09:00 Ana: Monday
                """);

        assertThat(told)
                .extracting(happening -> happening.at().toString().substring(0, 10))
                .containsExactly("2026-03-06", "2026-03-08", "2026-03-09");
    }

    @Test
    void namesTheFileAndTheLineOfWhatItCannotRead() {
        refused("09:00 Dora: Hi", "test.chat:9: nobody is called Dora");
        refused("09:00 Cleo: Hi", "test.chat:9: Cleo is not in the group");
        refused("9:00 Ana: Hi", "test.chat:9: wants “09:05 Who: text”");
        refused("09:00 Ana >nothing: Hi", "nothing above is tagged #nothing");
        refused("09:00 Ana +nothing 👍", "nothing above is tagged #nothing");
        refused("09:00 Ana #a: Hi\n09:01 Bob =a: Ho", "test.chat:10: only its author edits #a");
        refused("09:00 Ana #a: Hi\n09:01 Bob #a: Ho", "#a is there twice");
        refused("09:00 Ana: Hi\n08:59 Bob: Ho", "is earlier than the line above");
        refused("09:00 Ana #p: [poll] Tea? | yes | no\n09:01 Bob *p: maybe", "votes for what #p does not offer");
        refused("09:00 Ana: [smell] Roses", "unknown marker [smell]");
        refused("09:00 Ana: [voice 9s] Hm", "wants a length like 0:23, not “9s”");
        refused(
                "09:00 Cleo joins\n== weekend 1 sunday\n10:00 Bob: Hi\n== day 2\n09:00 Bob leaves",
                "test.chat:11: Bob may not be in the group on that weekend");
        refused("== weekend 1 sunday\n09:00 Cleo joins", "nobody comes or goes on a weekend");
        refused("09:00 Ana joins", "Ana is in the group");
        refused("09:00 Ana leaves", "who made the group stays");
        refused("09:00 Ana waves", "is neither said nor done");
        refused("09:00 Ana #a: Hi\n== weekend 1 sunday\n09:00 Bob >a: Ho", "#a is across a weekend");
        refused("== day 0x\n09:00 Ana: Hi", "wants “== day 3” or “== weekend 1 saturday”");
    }

    @Test
    void missesAHeader() {
        assertThatThrownBy(() -> Script.read(Source.of("test.chat", "group: Test\n== day 1\n"), CAST))
                .hasMessage("test.chat: lacks “jid:”");
    }

    private static void refused(String lines, String problem) {
        assertThatThrownBy(() -> told("== day 1\n" + lines))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("test.chat:")
                .hasMessageContaining(problem);
    }

    private static List<Happening> told(String days) {
        Script script = Script.read(Source.of("test.chat", HEADERS + days), CAST);
        return new Story(script, CAST, new Chance(1, THURSDAY)).told();
    }
}
