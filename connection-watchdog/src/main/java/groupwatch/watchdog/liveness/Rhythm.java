package groupwatch.watchdog.liveness;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often an account is heard, as far as the last weeks tell. What it says is to be expected is rather too little: one week in which
 * there was less does not count as what is usual, and one holiday or outage among the weeks is forgiven.
 *
 * @param slots events by the five minutes in which they came
 * @param since from when on they were counted
 */
record Rhythm(NavigableMap<Instant, Long> slots, Instant since) {

    static final Duration SLOT = Duration.ofMinutes(5);
    static final int WEEKS = 4;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    Rhythm {
        slots = Collections.unmodifiableNavigableMap(new TreeMap<>(slots));
    }

    /** Events that usually come between two times; of an account younger than a week, what yesterday and the last hour suggest. */
    double expected(Instant from, Instant to) {
        return knownWeeks(from) == 0 ? guessed(from, to) : usual(from, to);
    }

    /** The same where it is certain: nothing before two weeks are known. */
    double certain(Instant from, Instant to) {
        return knownWeeks(from) < 2 ? 0 : usual(from, to);
    }

    /** Events that came; those of a slot spread evenly over it. */
    double heard(Instant from, Instant to) {
        double events = 0;
        for (var slot : slots.subMap(from.minus(SLOT), false, to, false).entrySet()) {
            Instant begin = slot.getKey().isAfter(from) ? slot.getKey() : from;
            Instant end = slot.getKey().plus(SLOT).isBefore(to) ? slot.getKey().plus(SLOT) : to;
            events += slot.getValue() * ((double) Duration.between(begin, end).toMillis() / SLOT.toMillis());
        }
        return events;
    }

    /**
     * The longest time without any event in the same hours of the weeks before. An hour on both sides is included, since clocks may have
     * been put forward or back in between.
     */
    Duration longestPause(Instant from, Instant to) {
        int longest = 0;
        for (int week = 1; week <= knownWeeks(from.minus(HOUR)); week++) {
            int pause = 0;
            Instant end = to.plus(HOUR).minus(WEEK.multipliedBy(week));
            for (Instant slot = slotOf(from.minus(HOUR).minus(WEEK.multipliedBy(week)));
                    slot.isBefore(end);
                    slot = slot.plus(SLOT)) {
                pause = slots.getOrDefault(slot, 0L) == 0 ? pause + 1 : 0;
                longest = Math.max(longest, pause);
            }
        }
        return SLOT.multipliedBy(longest);
    }

    static Instant slotOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), SLOT.toSeconds()) * SLOT.toSeconds());
    }

    private double usual(Instant from, Instant to) {
        List<Double> weeks = IntStream.rangeClosed(1, knownWeeks(from))
                .mapToObj(WEEK::multipliedBy)
                .map(ago -> heard(from.minus(ago), to.minus(ago)))
                .sorted()
                .toList();
        return switch (weeks.size()) {
            case 0 -> 0;
            case 1 -> weeks.getFirst() / 2;
            case 2 -> weeks.getFirst();
            default -> weeks.get(1);
        };
    }

    private double guessed(Instant from, Instant to) {
        if (from.minus(DAY).isBefore(since)) {
            return 0;
        }
        double yesterday = heard(from.minus(DAY), to.minus(DAY));
        double asBefore = heard(from.minus(HOUR), from)
                * ((double) Duration.between(from, to).toMillis() / HOUR.toMillis());
        return DoubleStream.of(yesterday, asBefore).min().orElse(0) / 2;
    }

    private int knownWeeks(Instant from) {
        return (int) Math.clamp(Duration.between(since, from).toDays() / WEEK.toDays(), 0, WEEKS);
    }
}
