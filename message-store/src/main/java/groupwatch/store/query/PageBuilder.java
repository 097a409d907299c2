package groupwatch.store.query;

import groupwatch.store.api.Cursor;
import groupwatch.store.message.MessageKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the messages of a walk until a page is full and it is known whether another follows. */
final class PageBuilder {

    private final int limit;
    private final int mostLookedAt;
    private final List<MessageKey> found = new ArrayList<>();
    private int lookedAt;
    private @Nullable Cursor lastLookedAt;
    private @Nullable Cursor lastFound;
    private boolean more;

    PageBuilder(int limit, int mostLookedAt) {
        this.limit = limit;
        this.mostLookedAt = mostLookedAt;
    }

    /** Whether the walk can end here. */
    boolean add(MessageKey key, Cursor cursor, boolean wanted) {
        if (wanted && found.size() == limit) {
            more = true;
            return true;
        }
        lookedAt++;
        lastLookedAt = cursor;
        if (wanted) {
            found.add(key);
            lastFound = cursor;
        }
        return lookedAt == mostLookedAt;
    }

    List<MessageKey> found() {
        return found;
    }

    /** Where the next page begins; absent when everything has been seen. */
    @Nullable
    String next() {
        Cursor next = more ? lastFound : lookedAt == mostLookedAt ? lastLookedAt : null;
        return next == null ? null : next.toString();
    }
}
