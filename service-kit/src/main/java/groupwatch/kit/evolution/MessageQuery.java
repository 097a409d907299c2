package groupwatch.kit.evolution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of Evolution's message store.
 *
 * @param chat JID; absent: of all chats
 * @param from first second wanted; edits move a message's time
 * @param until last second wanted
 * @param page from 1
 * @param size rows a page
 */
public record MessageQuery(
        @Nullable String chat,
        @Nullable Instant from,
        @Nullable Instant until,
        int page,
        int size) {

    public MessageQuery {
        if ((from == null) != (until == null)) {
            throw new IllegalArgumentException("Evolution heeds both ends of a time or none");
        }
        if (page < 1 || size < 1) {
            throw new IllegalArgumentException("Pages begin with 1 and have at least one row");
        }
    }

    public MessageQuery next() {
        return new MessageQuery(chat, from, until, page + 1, size);
    }
}
