package groupwatch.summary.daily;

import groupwatch.summary.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is due by the clock of a group.
 *
 * @param catchUp days that ended longer ago are not made up for
 */
record DueDays(Plan plan, Instant now, Duration catchUp) {

    /** The days that are over and whose time has come, the oldest first; from the day before the group was known here. */
    List<LocalDate> days(Instant knownSince) {
        LocalDate last = lastDay();
        LocalDate first = local().toLocalDate().minusDays(catchUp.toDays());
        LocalDate begin = knownSince.atZone(plan.zone()).toLocalDate().minusDays(1);
        LocalDate from = begin.isAfter(first) ? begin : first;
        return from.isAfter(last)
                ? List.of()
                : from.datesUntil(last.plusDays(1)).toList();
    }

    /** The time of the last run: days that changed before it are written anew. */
    Instant lastRun() {
        return lastDay().plusDays(1).atTime(plan.at()).atZone(plan.zone()).toInstant();
    }

    /** The last one of today's further times that has come. */
    Optional<LocalTime> soFar() {
        LocalTime time = local().toLocalTime();
        return plan.alsoAt().stream().filter(at -> !at.isAfter(time)).max(Comparator.naturalOrder());
    }

    LocalDate today() {
        return local().toLocalDate();
    }

    private LocalDate lastDay() {
        ZonedDateTime local = local();
        return local.toLocalDate().minusDays(local.toLocalTime().isBefore(plan.at()) ? 2 : 1);
    }

    private ZonedDateTime local() {
        return now.atZone(plan.zone());
    }
}
