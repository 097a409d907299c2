package groupwatch.summary.daily;

import groupwatch.summary.plan.Plan;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** A day by a group's clock, seen from now. */
record Span(LocalDate day, Plan plan, Instant now) {

    Instant from() {
        return day.atStartOfDay(plan.zone()).toInstant();
    }

    private Instant end() {
        return day.plusDays(1).atStartOfDay(plan.zone()).toInstant();
    }

    /** Whether it is not over. */
    boolean soFar() {
        return now.isBefore(end());
    }

    /** Until when there can be messages of it. */
    Instant until() {
        return soFar() ? now : end();
    }

    /** Until it is over. */
    Duration left() {
        return Duration.between(now, end());
    }

    /** The row of a day that is about to be read. */
    Day over(String group) {
        return new Day(group, day, plan.zone(), from(), end(), DayState.READING, 0, "", null, 0);
    }
}
