package groupwatch.watchdog.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far fetching an account's groups is.
 *
 * @param begunAt of the one that runs, or of the last one; absent: there was none yet
 * @param doneAt of the last one that came to its end
 * @param oneByOne whether each group is asked for by itself
 * @param failures since the last end
 * @param nextAt not before, unless somebody asks
 */
record GroupSyncState(
        String account,
        @Nullable Instant askedAt,
        @Nullable Instant begunAt,
        @Nullable Instant doneAt,
        @Nullable Integer groups,
        boolean oneByOne,
        int failures,
        @Nullable String error,
        Instant nextAt) {

    static GroupSyncState fresh(String account) {
        return new GroupSyncState(account, null, null, null, null, false, 0, null, Instant.EPOCH);
    }

    /** What is asked for waits, too, while Evolution is to be left alone. */
    boolean isDue(Instant now) {
        return !nextAt.isAfter(now) || failures == 0 && isAsked();
    }

    /** Whether somebody asked for one after the last one began. */
    boolean isAsked() {
        return askedAt != null && (begunAt == null || begunAt.isBefore(askedAt));
    }

    boolean isRunning() {
        return begunAt != null && (doneAt == null || doneAt.isBefore(begunAt));
    }
}
