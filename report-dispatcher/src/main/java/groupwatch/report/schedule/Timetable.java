package groupwatch.report.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a schedule is due in its zone. A time that the clock skips is due as long after the skip began as it would have been: 02:30 at 03:30
 * where 02:00 became 03:00; two times that fall together so are one. A time that the clock shows twice is due the first time only.
 */
public record Timetable(Schedule schedule, ZoneId zone) {

    /** The first time after the given one. */
    public Instant next(Instant after) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local = begin(rules, after);
        Instant skipped = null;
        while (true) {
            local = LocalTimes.next(schedule, local);
            Instant due = due(rules, local);
            if (isSkipped(rules, local)) {
                // the times after the skip may come before it
                skipped = skipped == null && due.isAfter(after) ? due : skipped;
            } else if (due.isAfter(after)) {
                return skipped != null && skipped.isBefore(due) ? skipped : due;
            }
        }
    }

    /** The times within, the earliest first. */
    public List<Instant> between(Instant afterExclusive, Instant untilInclusive, int most) {
        return Stream.iterate(next(afterExclusive), due -> !due.isAfter(untilInclusive), this::next)
                .limit(most)
                .toList();
    }

    /** No time of the schedule up to this one is due after the given moment. */
    private static LocalDateTime begin(ZoneRules rules, Instant after) {
        ZoneOffsetTransition last = rules.previousTransition(after.plusNanos(1));
        if (last != null && last.isGap() && after.isBefore(last.getInstant().plus(last.getDuration()))) {
            return last.getDateTimeBefore().minusNanos(1);
        }
        return LocalDateTime.ofInstant(after, rules.getOffset(after));
    }

    private static boolean isSkipped(ZoneRules rules, LocalDateTime local) {
        return rules.getValidOffsets(local).isEmpty();
    }

    /** Of two offsets the earlier one: the first time; of none the one before the skip. */
    private static Instant due(ZoneRules rules, LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        return local.toInstant(change == null ? rules.getOffset(local) : change.getOffsetBefore());
    }
}
