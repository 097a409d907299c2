package groupwatch.report.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** How often, by a clock on the wall; which zone's is said beside it. */
public sealed interface Schedule {

    record Daily(LocalTime at) implements Schedule {}

    record Weekly(DayOfWeek day, LocalTime at) implements Schedule {}

    /** @param day of the month, 1 to 31; the last one of months that have fewer */
    record Monthly(int day, LocalTime at) implements Schedule {}

    /** @param expression minute, hour, day of month, month and day of week, as cron knows them */
    record Cron(String expression) implements Schedule {}
}
