package groupwatch.watchdog.read;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the message store keeps messages.
 *
 * @param suite the first moment kept; absent: for ever
 * @param groups the first moment kept of groups with a limit of their own
 */
public record Retention(@Nullable Instant suite, Map<String, Instant> groups) {

    public static final Retention FOR_EVER = new Retention(null, Map.of());

    public Retention {
        groups = Map.copyOf(groups);
    }

    /** Whether a message of that time is kept no longer. */
    public boolean isOver(String chat, Instant at) {
        Instant since = groups.containsKey(chat) ? groups.get(chat) : suite;
        return since != null && at.isBefore(since);
    }
}
