package groupwatch.watchdog.read;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of which the message store knows.
 *
 * @param monitored whether its messages are kept
 * @param lastActivity when the newest message was sent; absent: there is none
 * @param accounts those that are in it
 */
public record StoreGroup(
        String jid, boolean monitored, @Nullable Instant lastActivity, Set<String> accounts) {

    public StoreGroup {
        accounts = Set.copyOf(accounts);
    }

    /** Whether something was said since then. */
    public boolean isActiveSince(Instant time) {
        return lastActivity != null && !lastActivity.isBefore(time);
    }
}
