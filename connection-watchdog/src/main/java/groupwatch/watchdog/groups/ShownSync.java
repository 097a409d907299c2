package groupwatch.watchdog.groups;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's groups, as far as they are fetched.
 *
 * @param groups that the last whole fetch found
 * @param error a word: why the last attempt did not come to its end
 * @param waiting true while what was asked for, or is due, is not done
 * @param left groups it is no longer in, the last first, at most 100
 */
record ShownSync(
        String account,
        @Nullable Integer groups,
        @Nullable Instant doneAt,
        @Nullable Instant askedAt,
        @Nullable Instant begunAt,
        @Nullable Instant nextAt,
        @Nullable String error,
        @Nullable Boolean waiting,
        List<AccountGroups.Left> left) {

    static ShownSync of(GroupSyncState state, List<AccountGroups.Left> left) {
        boolean known = state.askedAt() != null || state.begunAt() != null;
        return new ShownSync(
                state.account(),
                state.groups(),
                state.doneAt(),
                state.askedAt(),
                state.begunAt(),
                known ? state.nextAt() : null,
                state.error(),
                state.isAsked() || state.isRunning() || state.doneAt() == null ? true : null,
                left);
    }
}
