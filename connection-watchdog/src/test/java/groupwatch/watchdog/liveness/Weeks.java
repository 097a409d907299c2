package groupwatch.watchdog.liveness;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Invented accounts: each event of some weeks, by a rate for each hour and weekday. The same each time. */
final class Weeks {

    /** Events an hour at a local time. */
    @FunctionalInterface
    interface Rate {
        double at(ZonedDateTime local);
    }

    static final Rate OFFICE = local -> isWorkday(local) && local.getHour() >= 8 && local.getHour() < 18 ? 90 : 0;

    /** Bursts: some evenings much is said, and on others little. */
    static final Rate FAMILY = local -> {
        boolean evening = local.getHour() >= 18 && local.getHour() < 22;
        int mood = (local.getDayOfYear() * 7 + local.getHour() * 3 + local.getMinute() / 20) % 4;
        return evening ? List.of(4, 30, 90, 12).get(mood) : local.getHour() >= 7 ? 2 : 0.05;
    };

    static final Rate QUIET = local -> local.getHour() >= 8 && local.getHour() < 23 ? 0.4 : 0;

    /** Half an hour of much, and sometimes one of nothing. */
    static final Rate PAUSING =
            local -> Math.floorMod(Long.hashCode(local.toEpochSecond() / 1800 * 0x9E3779B97F4A7C15L), 6) == 0 ? 0 : 120;

    /** Much is said at any hour, in all time zones. */
    static final Rate WORLDWIDE = local -> 120;

    private final ZoneId zone;
    private final NavigableSet<Instant> events = new TreeSet<>();

    Weeks(ZoneId zone) {
        this.zone = zone;
    }

    Weeks with(Rate rate, Instant from, Instant to) {
        Random random = new Random(from.getEpochSecond());
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            double expected = rate.at(minute.atZone(zone)) / 60;
            int count = poisson(random, expected);
            for (int event = 0; event < count; event++) {
                events.add(minute.plusMillis(random.nextInt(60_000)));
            }
        }
        return this;
    }

    /** Nothing was heard in that time. */
    Weeks without(Instant from, Instant to) {
        new ArrayList<>(events.subSet(from, to)).forEach(events::remove);
        return this;
    }

    /** Everything up to a time, as it would be known then. */
    Rhythm rhythm(Instant now) {
        NavigableMap<Instant, Long> slots = new TreeMap<>();
        events.headSet(now, true).forEach(event -> slots.merge(Rhythm.slotOf(event), 1L, Long::sum));
        return new Rhythm(slots, events.isEmpty() ? now : events.first());
    }

    Instant lastHeard(Instant now) {
        Instant last = events.floor(now);
        return last == null ? now : last;
    }

    private static boolean isWorkday(ZonedDateTime local) {
        return local.getDayOfWeek() != DayOfWeek.SATURDAY && local.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
