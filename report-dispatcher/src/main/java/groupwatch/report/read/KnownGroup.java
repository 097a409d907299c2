package groupwatch.report.read;

import groupwatch.report.content.GroupRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group that reports can tell of.
 *
 * @param monitored whether its messages are kept
 */
public record KnownGroup(
        GroupRef ref, boolean monitored, @Nullable Instant lastMessageAt) {

    public String jid() {
        return ref.jid();
    }
}
