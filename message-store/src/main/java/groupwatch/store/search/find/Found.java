package groupwatch.store.search.find;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits.
 *
 * @param next where the next page begins; absent when this was the last
 */
record Found(List<Hit> hits, @Nullable SearchCursor next, Searched searched) {

    static final Found NOTHING = new Found(List.of(), null, Searched.EVERYTHING);

    /**
     * What was looked at.
     *
     * @param complete whether every message that can be a hit was, or will be on the following pages
     * @param backTo absent when complete; else nothing older was looked at for this page, or compared by rank
     * @param ranked by rank only: the number of hits that were compared
     */
    record Searched(
            boolean complete,
            @Nullable Instant backTo,
            @Nullable Long ranked) {

        static final Searched EVERYTHING = new Searched(true, null, null);
    }
}
