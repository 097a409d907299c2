package groupwatch.watchdog.coverage;

import groupwatch.events.link.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of the ledger, before it is told when the link was down.
 *
 * @param chat empty: the day of the link, of no group
 */
record CoverageDay(
        String account,
        String chat,
        LocalDate day,
        long webhook,
        long history,
        long filledIn,
        long missing,
        @Nullable Instant asOf) {

    /**
     * @param outages of the account
     * @param since when the account came to be
     */
    CoverageItem with(List<Outage> outages, Instant since, Instant now) {
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until = end.isBefore(now) ? end : now;
        List<CoverageItem.Down> down = outages.stream()
                .filter(outage -> outage.from().isBefore(end) && isAfter(outage.to(), from))
                .map(outage -> new CoverageItem.Down(later(outage.from(), from), clipped(outage.to(), end, now)))
                .toList();
        Duration up = Duration.between(later(from, since), until);
        for (CoverageItem.Down stretch : down) {
            up = up.minus(Duration.between(stretch.from(), stretch.to() == null ? until : stretch.to()));
        }
        return new CoverageItem(
                account,
                chat.isEmpty() ? null : chat,
                day,
                down,
                Math.max(0, up.toSeconds()),
                webhook,
                history,
                filledIn,
                missing,
                asOf);
    }

    private static boolean isAfter(@Nullable Instant to, Instant from) {
        return to == null || to.isAfter(from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Absent on the day on which it lasts. */
    private static @Nullable Instant clipped(@Nullable Instant to, Instant end, Instant now) {
        if (to != null && to.isBefore(end)) {
            return to;
        }
        return to == null && end.isAfter(now) ? null : end;
    }
}
