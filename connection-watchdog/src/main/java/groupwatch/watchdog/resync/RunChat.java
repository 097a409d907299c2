package groupwatch.watchdog.resync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is in a chat.
 *
 * @param jid empty: the rows of all chats together
 * @param again whether a stretch of it is looked at once more
 * @param page the next to be read, from 1
 * @param total rows there were at the last page; absent before the first
 * @param failures in a row
 */
record RunChat(
        UUID run,
        String jid,
        boolean again,
        Instant from,
        Instant until,
        int page,
        @Nullable Long total,
        int failures) {

    static final String ALL = "";

    /** For Evolution. */
    @Nullable
    String asked() {
        return jid.equals(ALL) ? null : jid;
    }
}
