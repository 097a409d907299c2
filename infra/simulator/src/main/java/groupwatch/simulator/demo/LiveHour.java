package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lively talk that whoever watches sees: over all groups something every few seconds, in the groups where people are
 * at work. Not part of the history: a demo that nobody watched for a month has not piled up a month of it.
 */
record LiveHour(List<Talk> talks, Cast cast, Chance chance) {

    static final Duration LENGTH = Duration.ofHours(1);
    private static final long BUSY_MILLIS = 4_500;
    private static final long QUIET_MILLIS = 7_500;

    /** The part of an hour that is said at {@code from} or later. */
    Stream<Happening> from(Instant hour, Instant from) {
        Random beat = chance.of("hour", hour);
        Map<String, Improvisation> open = new HashMap<>();
        List<Happening> said = new ArrayList<>();
        Instant end = hour.plus(LENGTH);
        Map<String, Integer> begun = new HashMap<>();
        for (Instant at = hour.plusMillis(beat.nextInt(1_000)); at.isBefore(end); at = at.plusMillis(pause(at, beat))) {
            Talk talk = speaking(at, beat);
            Improvisation spoken = open.get(talk.room().jid());
            if (spoken == null || spoken.over()) {
                int nth = begun.merge(talk.room().jid(), 1, Integer::sum);
                spoken = new Improvisation(talk, dialogue(talk, at, nth), cast, chance, at, "hour " + hour + ' ' + nth);
                open.put(talk.room().jid(), spoken);
            }
            said.add(spoken.next(at));
        }
        return heard(said, from).stream();
    }

    /** Whoever comes in the middle of a dialogue hears the rest of it, but for what is about words they missed. */
    private static List<Happening> heard(List<Happening> said, Instant from) {
        Set<String> missed = new HashSet<>();
        List<Happening> heard = new ArrayList<>();
        for (Happening happening : said) {
            String about = about(happening);
            if (!happening.at().isBefore(from) && (about == null || !missed.contains(about))) {
                heard.add(happening);
            } else if (happening instanceof Happening.Said message) {
                missed.add(message.id());
            }
        }
        return heard;
    }

    private static @Nullable String about(Happening happening) {
        return switch (happening) {
            case Happening.Said said -> said.replyTo();
            case Happening.Edited edited -> edited.target();
            case Happening.Revoked revoked -> revoked.target();
            case Happening.Reacted reacted -> reacted.target();
            case Happening.Voted voted -> voted.target();
            case Happening.Joined joined -> null;
            case Happening.Left left -> null;
        };
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
    private Talk.Dialogue dialogue(Talk talk, Instant at, int nth) {
        boolean late = Rhythm.late(talk.room().zone(), at);
        List<Talk.Dialogue> deck = new ArrayList<>(late ? talk.night() : talk.day());
        long hours = at.getEpochSecond() / LENGTH.toSeconds();
        Collections.shuffle(deck, chance.of(talk.room().jid(), "deck", hours / 24));
        deck.removeAll(elsewhere(talk, at));
        return deck.get((int) ((hours * 13 + nth) % deck.size()));
    }

    /** What the day's own dialogues say about now: twice the same would sound like an echo. */
    private List<Talk.Dialogue> elsewhere(Talk talk, Instant at) {
        LocalDate date = at.atZone(talk.room().zone()).toLocalDate();
        return new LivingDay(talk, cast, chance)
                .openings(date).stream()
                        .filter(opening ->
                                Duration.between(opening.at(), at).abs().compareTo(LENGTH) < 0)
                        .map(LivingDay.Opening::dialogue)
                        .toList();
    }
}
