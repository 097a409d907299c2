package groupwatch.watchdog.resync;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of an account.
 *
 * @param outage id of the one it is made for
 * @param chat the only one that is compared; absent: all
 * @param from first moment compared
 * @param until last moment compared, fixed so that pages do not move
 * @param listed whether its chats are known
 * @param rows of Evolution's that were looked at
 * @param filledIn messages that were missing and are there now
 * @param missing messages that were missing and still are
 * @param failures in a row
 * @param excluded groups that are switched off
 */
record Run(
        UUID id,
        String account,
        RunKind kind,
        RunState state,
        @Nullable String outage,
        @Nullable String chat,
        Instant from,
        Instant until,
        Instant askedAt,
        boolean listed,
        long rows,
        long filledIn,
        long missing,
        int failures,
        Set<String> excluded) {

    Run {
        excluded = Set.copyOf(excluded);
    }
}
