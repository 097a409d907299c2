package groupwatch.store.query;

import groupwatch.store.api.Cursor;
import groupwatch.store.api.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted: the first, the one at a cursor, or the one around something.
 *
 * @param oldestFirst the order within the page and from page to page
 * @param limit messages on the page
 */
public record Paging(
        boolean oldestFirst,
        @Nullable Cursor cursor,
        @Nullable Around around,
        int limit) {

    /** The parameters that {@link #of} reads. */
    public static final Set<String> PARAMETERS = Set.of("order", "cursor", "limit");

    /** Beside them where a page can be asked for around something. */
    static final String AROUND = "around";

    /** Reads the query parameters; a wrong one is answered with 400 naming it. */
    public static Paging of(Parameters parameters) {
        Cursor cursor = Cursor.parse(parameters.text("cursor"));
        Around around = Around.of(parameters);
        if (cursor != null && around != null) {
            throw Parameters.bad(AROUND, "does not go with cursor: one of them tells the place");
        }
        return new Paging(
                parameters.oneOf("order", "desc", Set.of("asc", "desc")).equals("asc"),
                cursor,
                around,
                parameters.limit());
    }

    /** The first message of all there are, in this order. */
    public static Paging first(boolean oldestFirst) {
        return new Paging(oldestFirst, null, null, 1);
    }
}
