package groupwatch.report.plan;

import groupwatch.report.schedule.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What time a run tells of. */
public final class Periods {

    private static final Duration WITHOUT_A_RUN_BEFORE = Duration.ofHours(24);
    private static final int DAYS_OF_A_DIGEST = 7;

    private Periods() {}

    /**
     * Days are those before the local day on which the run is due, however late it is sent. A keyword alert goes on where the run before
     * ended; its time is empty when that one ended later than this one is due.
     *
     * @param previousUntil end of the period of the run before; absent when there was none
     */
    public static Period of(ReportType type, Instant dueAt, ZoneId zone, @Nullable Instant previousUntil) {
        LocalDate dueDay = LocalDate.ofInstant(dueAt, zone);
        return switch (type) {
            case DAILY_SUMMARY, ACTIVITY_ALERT -> dayBefore(dueDay, zone);
            case WEEKLY_DIGEST -> between(start(dueDay.minusDays(DAYS_OF_A_DIGEST), zone), start(dueDay, zone), zone);
            case KEYWORD_ALERT ->
                since(previousUntil == null ? dueAt.minus(WITHOUT_A_RUN_BEFORE) : previousUntil, dueAt, zone);
        };
    }

    /** The last day that was: where a day was skipped, the one before it. */
    private static Period dayBefore(LocalDate dueDay, ZoneId zone) {
        Instant until = start(dueDay, zone);
        return between(start(lastDay(until, zone), zone), until, zone);
    }

    private static Period since(Instant from, Instant until, ZoneId zone) {
        return between(from.isBefore(until) ? from : until, until, zone);
    }

    private static Period between(Instant from, Instant until, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = from.isBefore(until) ? lastDay(until, zone) : first;
        return new Period(first, last, from, until, zone);
    }

    private static LocalDate lastDay(Instant until, ZoneId zone) {
        return LocalDate.ofInstant(until.minusNanos(1), zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
