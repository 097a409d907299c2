package groupwatch.store.query;

import groupwatch.kit.problem.ProblemException;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.api.Zones;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which groups are asked for, and from where on.
 *
 * @param name part of it, in any case and with or without accents; absent: all groups
 * @param zone by whose clock messages are counted a day
 * @param after the JID after which the page begins
 */
record GroupFilter(
        @Nullable String name, ZoneId zone, @Nullable String after, int limit) {

    /** Reads the query parameters; a wrong one is answered with 400 naming it. */
    static GroupFilter of(MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, Set.of("q", "tz", "limit", "cursor"));
        return new GroupFilter(
                parameters.text("q"), Zones.zone(parameters), after(parameters.text("cursor")), parameters.limit());
    }

    private static @Nullable String after(@Nullable String cursor) {
        if (cursor != null && !Jids.isGroup(cursor)) {
            throw ProblemException.badParameter("cursor", "cursor is not one that this API gave out");
        }
        return cursor;
    }
}
