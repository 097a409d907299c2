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
 * @param size rows a page; fewer than usual after a page was refused
 * @param total rows there were at the last page; absent before the first
 * @param refusals in a row
 */
record RunChat(
        UUID run,
        String jid,
        boolean again,
        Instant from,
        Instant until,
        int page,
        int size,
        @Nullable Long total,
        int refusals) {

    static final String ALL = "";

    /** So few rows are refused for something else than their length. */
    private static final int FEWEST = 10;

    /** Half as many rows a page, from the row on that is next; the page before may be read in part once more. */
    RunChat smaller() {
        int half = size <= FEWEST ? size : Math.max(FEWEST, size / 2);
        int next = (int) ((page - 1L) * size / half) + 1;
        return new RunChat(run, jid, again, from, until, next, half, total, refusals);
    }

    /** For Evolution. */
    @Nullable
    String asked() {
        return jid.equals(ALL) ? null : jid;
    }
}
