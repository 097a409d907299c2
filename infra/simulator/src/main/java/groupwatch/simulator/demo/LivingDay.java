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

    Stream<Happening> on(LocalDate date) {
        Random random = chance.of(talk.room().jid(), "day", date);
        List<Talk.Dialogue> deck = new ArrayList<>(talk.day());
        Collections.shuffle(deck, random);
        List<Happening> said = new ArrayList<>();
        int count =
                StoryDay.isWeekend(date) ? random.nextInt(2) : WORKDAY_DIALOGUES + random.nextInt(3 * talk.loudness());
        for (int i = 0; i < count; i++) {
            int minute =
                    random.nextInt(8) == 0 ? 8 * 60 + random.nextInt(12 * 60) : 9 * 60 + random.nextInt(8 * 60 + 40);
            Instant at = date.atStartOfDay()
                    .plusMinutes(minute)
                    .atZone(talk.room().zone())
                    .toInstant()
                    .plusMillis(random.nextInt(60_000));
            Talk.Dialogue dialogue = deck.get(i % deck.size());
            Improvisation spoken = new Improvisation(talk, dialogue, cast, chance, at, "day " + date + ' ' + i);
            while (!spoken.over()) {
                said.add(spoken.next(at));
                at = at.plusMillis(12_000 + random.nextInt(110_000));
            }
        }
        return said.stream();
    }
}
