package groupwatch.store.stats;

import groupwatch.store.api.Parameters;
import groupwatch.store.api.Zones;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole days by the clock of a time zone.
 *
 * @param from the first day
 * @param to the day after the last
 */
record StatsPeriod(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 3_660;
    private static final LocalDate FIRST = LocalDate.of(2009, 1, 1);

    /**
     * A time in which the clock is not changed.
     *
     * @param shift seconds that it is ahead of UTC
     */
    record Span(Instant begins, Instant ends, int shift) {}

    /** The last 30 days, today included, unless told otherwise. */
    static StatsPeriod of(Parameters parameters, Clock clock) {
        ZoneId zone = Zones.zone(parameters);
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        LocalDate from = day(parameters, "from", tomorrow);
        LocalDate to = day(parameters, "to", tomorrow);
        LocalDate end = to != null ? to : tomorrow;
        LocalDate start = from != null ? from : end.minusDays(DEFAULT_DAYS);
        if (!start.isBefore(end)) {
            throw to != null
                    ? Parameters.bad("to", "must be later than from: it is the day after the last one")
                    : Parameters.bad("from", "must not be later than today");
        }
        if (ChronoUnit.DAYS.between(start, end) > MOST_DAYS) {
            throw Parameters.bad("from", "must not be more than " + MOST_DAYS + " days before to");
        }
        return new StatsPeriod(start, end, zone);
    }

    private static @Nullable LocalDate day(Parameters parameters, String name, LocalDate tomorrow) {
        String text = parameters.text(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(tomorrow.plusYears(1))) {
                return day;
            }
        } catch (DateTimeException error) {
            // answered below, like a day on which nobody wrote
        }
        throw Parameters.bad(name, "must be a day like 2026-01-31, from 2009 to a year ahead");
    }

    /** As many days just before. */
    StatsPeriod before() {
        return new StatsPeriod(from.minusDays(ChronoUnit.DAYS.between(from, to)), from, zone);
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends() {
        return to.atStartOfDay(zone).toInstant();
    }

    List<LocalDate> days() {
        return from.datesUntil(to).toList();
    }

    /** The period, cut where the clock is changed. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        Instant begins = begins();
        while (begins.isBefore(ends())) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(begins);
            Instant ends = change == null || change.getInstant().isAfter(ends()) ? ends() : change.getInstant();
            spans.add(new Span(begins, ends, zone.getRules().getOffset(begins).getTotalSeconds()));
            begins = ends;
        }
        return spans;
    }
}
