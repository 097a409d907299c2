package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lively talk that whoever watches sees: over all groups something every few seconds, in the groups where people are
 * at work. Not part of the history: a demo that nobody watched for a month has not piled up a month of it.
 *
 * <p>Each day, by UTC, is made from its beginning, so that every moment of it is the same whenever one begins to listen.
 */
final class Chatter implements Iterator<Happening> {

    /** At the end of a day, what was begun is brought to its end, hurriedly. */
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private static final Duration HURRY = Duration.ofSeconds(2);
    private static final Duration ECHO = Duration.ofHours(1);

    private final List<Talk> talks;
    private final Cast cast;
    private final Chance chance;
    private final Map<String, Improvisation> open = new TreeMap<>();
    private final Map<String, Deck> decks = new HashMap<>();
    private final Map<String, List<LivingDay.Opening>> openings = new HashMap<>();
    private Instant day;
    private Instant at;
    private Turns turns;
    private int begun;

    /** Begins at the beginning of the moment's day. */
    Chatter(List<Talk> talks, Cast cast, Chance chance, Instant moment) {
        this.talks = talks;
        this.cast = cast;
        this.chance = chance;
        day = moment.truncatedTo(ChronoUnit.DAYS);
        turns = new Turns(talks, chance.of("turns", day));
        at = day;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Happening next() {
        Instant end = day.plus(1, ChronoUnit.DAYS);
        boolean closing = !at.isBefore(end.minus(CLOSING));
        open.values().removeIf(Improvisation::over);
        if (closing && (open.isEmpty() || !at.isBefore(end))) {
            begin(end);
            closing = false;
        }
        Improvisation spoken = closing ? open.values().iterator().next() : dialogue(turns.next(at));
        Happening happening = spoken.next(at);
        at = at.plus(closing ? HURRY : turns.pause(at));
        return happening;
    }

    private void begin(Instant nextDay) {
        day = nextDay;
        at = nextDay;
        turns = new Turns(talks, chance.of("turns", day));
        begun = 0;
        open.clear();
        decks.clear();
        openings.clear();
    }

    private Improvisation dialogue(Talk talk) {
        return open.computeIfAbsent(talk.room().jid(), jid -> {
            boolean late = Rhythm.late(talk.room().zone(), at);
            Deck deck = decks.computeIfAbsent(
                    jid + late, key -> new Deck(late ? talk.night() : talk.day(), chance.of("deck", key, day)));
            Talk.Dialogue drawn = deck.draw(elsewhere(talk));
            return new Improvisation(talk, drawn, cast, chance, at, "chatter " + day + ' ' + begun++);
        });
    }

    /** What the day's own dialogues say about now: twice the same would sound like an echo. */
    private List<Talk.Dialogue> elsewhere(Talk talk) {
        LocalDate date = at.atZone(talk.room().zone()).toLocalDate();
        return openings
                .computeIfAbsent(talk.room().jid() + date, key -> new LivingDay(talk, cast, chance).openings(date))
                .stream()
                .filter(opening -> Duration.between(opening.at(), at).abs().compareTo(ECHO) < 0)
                .map(LivingDay.Opening::dialogue)
                .toList();
    }
}
