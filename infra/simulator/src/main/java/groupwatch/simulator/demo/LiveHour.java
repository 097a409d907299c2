package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The lively talk that whoever watches sees: over all groups something every few seconds, in the groups where people are
 * at work. Not part of the history: a demo that nobody watched for a month has not piled up a month of it.
 */
record LiveHour(List<Talk> talks, Cast cast, Chance chance) {

    static final Duration LENGTH = Duration.ofHours(1);
    private static final long BUSY_MILLIS = 4_000;
    private static final long QUIET_MILLIS = 7_000;

    /** Dialogues that begin at {@code from} or later. */
    Stream<Happening> from(Instant hour, Instant from) {
        Random beat = chance.of("hour", hour);
        Map<Talk, Improvisation> open = new HashMap<>();
        List<Happening> said = new ArrayList<>();
        Instant end = hour.plus(LENGTH);
        int begun = 0;
        for (Instant at = hour.plusMillis(beat.nextInt(1_000)); at.isBefore(end); at = at.plusMillis(pause(at, beat))) {
            Talk talk = speaking(at, beat);
            Improvisation spoken = open.get(talk);
            if (spoken == null || spoken.over()) {
                spoken = new Improvisation(
                        talk, dialogue(talk, at, begun), cast, chance, at, "hour " + hour + ' ' + begun);
                open.put(talk, spoken);
                begun++;
            }
            Happening next = spoken.next(at);
            if (!spoken.start().isBefore(from)) {
                said.add(next);
            }
        }
        return said.stream();
    }

    private double weight(Talk talk, Instant at) {
        boolean asleep = talk.night().isEmpty() && Rhythm.late(talk.room().zone(), at);
        return asleep ? 0 : talk.loudness() * Rhythm.weight(talk.room().zone(), at);
    }

    private double total(Instant at) {
        return talks.stream().mapToDouble(talk -> weight(talk, at)).sum();
    }

    private Talk speaking(Instant at, Random beat) {
        double left = beat.nextDouble() * total(at);
        for (Talk talk : talks) {
            left -= weight(talk, at);
            if (left < 0) {
                return talk;
            }
        }
        return talks.getLast();
    }

    private long pause(Instant at, Random beat) {
        double loudest = talks.stream().mapToInt(Talk::loudness).sum();
        double busy = Math.min(1, 2 * total(at) / loudest);
        double usual = QUIET_MILLIS - busy * (QUIET_MILLIS - BUSY_MILLIS);
        return (long) (usual * (0.6 + 0.8 * beat.nextDouble()));
    }

    /** A shuffled deck a day, gone on with from hour to hour, so that the same words are long in coming again. */
    private Talk.Dialogue dialogue(Talk talk, Instant at, int begun) {
        List<Talk.Dialogue> deck = new ArrayList<>(Rhythm.late(talk.room().zone(), at) ? talk.night() : talk.day());
        long hours = at.getEpochSecond() / 3_600;
        Collections.shuffle(deck, chance.of(talk.room().jid(), "deck", hours / 24));
        return deck.get((int) ((hours * 13 + begun) % deck.size()));
    }
}
