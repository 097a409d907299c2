package groupwatch.store.origin;

import groupwatch.store.api.Parameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whole days, UTC.
 *
 * @param from the first day
 * @param to the day after the last
 */
record OriginDays(LocalDate from, LocalDate to) {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 400;
    private static final LocalDate FIRST = LocalDate.of(2009, 1, 1);

    /** The last 30 days, today included, unless told otherwise. */
    static OriginDays of(Parameters parameters, Clock clock) {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        LocalDate wantedEnd = day(parameters, "to", tomorrow);
        LocalDate wantedStart = day(parameters, "from", tomorrow);
        LocalDate to = wantedEnd == null ? tomorrow : wantedEnd;
        LocalDate from = wantedStart == null ? to.minusDays(DEFAULT_DAYS) : wantedStart;
        if (!from.isBefore(to)) {
            throw Parameters.bad("to", "must be later than from: it is the day after the last one");
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Parameters.bad("from", "must not be more than " + MOST_DAYS + " days before to");
        }
        return new OriginDays(from, to);
    }

    Instant begins() {
        return from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant ends() {
        return to.atStartOfDay().toInstant(ZoneOffset.UTC);
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
}
