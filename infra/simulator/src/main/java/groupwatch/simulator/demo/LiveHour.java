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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lively talk that whoever watches sees: over all groups something every few seconds, in the groups where people are
 * at work. Not part of the history: a demo that nobody watched for a month has not piled up a month of it.
 */
record LiveHour(List<Talk> talks, Cast cast, Chance chance) {

    static final Duration LENGTH = Duration.ofHours(1);

    /** What is said in an hour, at {@code from} or later; the first of it ends dialogues of the hour before. */
    List<Happening> from(Instant hour, Instant from) {
        List<Happening> said = new ArrayList<>(begunIn(hour.minus(LENGTH)));
        said.addAll(begunIn(hour));
        Instant end = hour.plus(LENGTH);
        Instant begin = from.isAfter(hour) ? from : hour;
        return heard(said, from).stream()
                .filter(happening ->
                        !happening.at().isBefore(begin) && happening.at().isBefore(end))
                .toList();
    }

    private List<Happening> begunIn(Instant hour) {
        Turns turns = new Turns(talks, chance.of("hour", hour));
        Map<String, Improvisation> open = new TreeMap<>();
        Map<String, Integer> begun = new HashMap<>();
        List<Happening> said = new ArrayList<>();
        Instant at = hour.plus(turns.pause(hour).dividedBy(4));
        for (; at.isBefore(hour.plus(LENGTH)); at = at.plus(turns.pause(at))) {
            Talk talk = turns.next(at);
            Improvisation spoken = open.get(talk.room().jid());
            if (spoken == null || spoken.over()) {
                int nth = begun.merge(talk.room().jid(), 1, Integer::sum);
                spoken = new Improvisation(talk, dialogue(talk, at, nth, spoken), cast, chance, at, "hour " + hour + ' ' + nth);
                open.put(talk.room().jid(), spoken);
            }
            said.add(spoken.next(at));
        }
        for (Improvisation spoken : open.values()) {
            for (; !spoken.over(); at = at.plus(turns.pause(at))) {
                said.add(spoken.next(at));
            }
        }
        return said;
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

    /**
     * A shuffled deck a day, gone on with from hour to hour, so that the same words are long in coming again; each half
     * hour has its half of it, so that no hour begins with what the last one ended with.
     */
    private Talk.Dialogue dialogue(Talk talk, Instant at, int nth, @Nullable Improvisation last) {
        boolean late = Rhythm.late(talk.room().zone(), at);
        List<Talk.Dialogue> deck = new ArrayList<>(late ? talk.night() : talk.day());
        long hours = at.getEpochSecond() / LENGTH.toSeconds();
        long halves = at.getEpochSecond() * 2 / LENGTH.toSeconds();
        Collections.shuffle(deck, chance.of(talk.room().jid(), "deck", hours / 24));
        int half = deck.size() / 2;
        List<Talk.Dialogue> hand = halves % 2 == 0 ? deck.subList(0, half) : deck.subList(half, deck.size());
        Collections.rotate(hand, (int) -((hours * 13 + nth) % hand.size()));
        List<Talk.Dialogue> elsewhere = elsewhere(talk, at);
        return hand.stream()
                .filter(dialogue -> last == null || last.dialogue() != dialogue)
                .filter(dialogue -> !elsewhere.contains(dialogue))
                .findFirst()
                .orElse(hand.getFirst());
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
