package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a group says on a day after the story: some dialogues, most of them in office hours. Part of the history. */
record LivingDay(Talk talk, Cast cast, Chance chance) {

    private static final int WORKDAY_DIALOGUES = 7;
    private static final int SHORTEST_PAUSE_MILLIS = 12_000;
    private static final int PAUSE_SPREAD_MILLIS = 110_000;

    record Opening(Instant at, Talk.Dialogue dialogue) {}

    Stream<Happening> on(LocalDate date) {
        List<Opening> openings = openings(date);
        List<Happening> said = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            Instant at = openings.get(i).at();
            Random pauses = chance.of(talk.room().jid(), "pauses", date, i);
            Improvisation spoken =
                    new Improvisation(talk, openings.get(i).dialogue(), cast, chance, at, "day " + date + ' ' + i);
            while (!spoken.over()) {
                said.add(spoken.next(at));
                at = at.plusMillis(SHORTEST_PAUSE_MILLIS + pauses.nextInt(PAUSE_SPREAD_MILLIS));
            }
        }
        return said.stream();
    }

    List<Opening> openings(LocalDate date) {
        Random random = chance.of(talk.room().jid(), "day", date);
        List<Talk.Dialogue> deck = new ArrayList<>(talk.day());
        Collections.shuffle(deck, random);
        int dialogues =
                StoryDay.isWeekend(date) ? random.nextInt(2) : WORKDAY_DIALOGUES + random.nextInt(3 * talk.loudness());
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < dialogues; i++) {
            openings.add(new Opening(time(date, random), deck.get(i % deck.size())));
        }
        return openings;
    }

    private Instant time(LocalDate date, Random random) {
        int minute = random.nextInt(8) == 0 ? 8 * 60 + random.nextInt(12 * 60) : 9 * 60 + random.nextInt(8 * 60 + 40);
        return date.atTime(minute / 60, minute % 60)
                .atZone(talk.room().zone())
                .toInstant()
                .plusMillis(random.nextInt(60_000));
    }
}
