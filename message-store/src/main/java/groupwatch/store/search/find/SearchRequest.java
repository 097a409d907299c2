package groupwatch.store.search.find;

import groupwatch.store.api.Parameters;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is asked for.
 *
 * @param zone in which the days of the query begin
 * @param context how many messages before and after each hit are wanted
 */
record SearchRequest(
        String text,
        ZoneId zone,
        boolean byRank,
        int limit,
        int context,
        @Nullable SearchCursor cursor) {

    private static final Set<String> KNOWN = Set.of("q", "limit", "cursor", "sort", "tz", "context");
    private static final int MOST_CONTEXT = 5;

    /** Reads the query parameters; a wrong one is answered with 400 naming it. */
    static SearchRequest of(MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, KNOWN);
        String text = parameters.text("q");
        if (text == null) {
            throw Parameters.bad("q", "must be given");
        }
        boolean byRank =
                parameters.oneOf("sort", "newest", Set.of("newest", "rank")).equals("rank");
        return new SearchRequest(
                text,
                zone(parameters.text("tz")),
                byRank,
                parameters.limit(),
                context(parameters.text("context")),
                SearchCursor.parse(parameters.text("cursor"), byRank));
    }

    /** UTC unless given. */
    static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException error) {
            throw Parameters.bad("tz", "must be a time zone like America/Sao_Paulo");
        }
    }

    private static int context(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-" + MOST_CONTEXT + "]")) {
            throw Parameters.bad("context", "must be a number from 0 to " + MOST_CONTEXT);
        }
        return Integer.parseInt(text);
    }
}
