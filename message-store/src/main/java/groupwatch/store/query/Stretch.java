package groupwatch.store.query;

import groupwatch.store.api.Cursor;
import groupwatch.store.query.Walk.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walk into one direction found: up to a limit, and where to go on. */
final class Stretch {

    private final boolean back;
    private final @Nullable Cursor start;
    private final int limit;
    private final int mostLookedAt;
    private final List<Row> found = new ArrayList<>();
    private int lookedAt;
    private @Nullable Row last;
    private boolean more;

    /**
     * @param back whether the walk goes against the page's order
     * @param start where it begins; absent: at the far end
     */
    Stretch(boolean back, @Nullable Cursor start, int limit, int mostLookedAt) {
        this.back = back;
        this.start = start;
        this.limit = limit;
        this.mostLookedAt = mostLookedAt;
    }

    /** Takes the next message of the walk; tells whether the walk can end here. */
    boolean add(Row row) {
        if (row.wanted() && found.size() == limit) {
            more = true;
            return true;
        }
        lookedAt++;
        last = row;
        if (row.wanted()) {
            found.add(row);
        }
        return lookedAt == mostLookedAt;
    }

    /** In the order of the walk. */
    List<Row> found() {
        return found;
    }

    /** Where to go on in the same direction; absent when everything there has been seen. */
    @Nullable
    Cursor beyond() {
        if (more) {
            return found.isEmpty() ? start : after(found.getLast());
        }
        return lookedAt == mostLookedAt && last != null ? after(last) : null;
    }

    private Cursor after(Row row) {
        return new Cursor(row.sentAt(), row.key().id(), row.key().scope(), back, false);
    }
}
