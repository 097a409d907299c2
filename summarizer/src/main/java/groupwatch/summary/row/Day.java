package groupwatch.summary.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A group's day, and what was decided of it.
 *
 * @param zone by whose clock the day is one
 * @param until exclusive
 * @param messages that were read
 * @param contentHash of what was read
 * @param changedAt since when its messages may be others than those that were read; absent: not that anybody knows
 * @param changes how often that was told
 */
public record Day(
        String group,
        LocalDate day,
        ZoneId zone,
        Instant from,
        Instant until,
        DayState state,
        int messages,
        String contentHash,
        @Nullable Instant changedAt,
        long changes) {

    /** Whether there is nothing to summarise. */
    public boolean isPassedOver() {
        return state == DayState.EMPTY || state == DayState.QUIET;
    }
}
