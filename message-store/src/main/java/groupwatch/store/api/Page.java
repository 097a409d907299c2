package groupwatch.store.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; absent when there is none
 */
public record Page<T>(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items,
        @Nullable String next) {

    /**
     * The page out of the items that are left, in the order of their JIDs.
     *
     * @param left one more than the limit is enough to know that there is a next page
     */
    public static <T> Page<T> of(List<T> left, int limit, Function<T, String> jid) {
        if (left.size() <= limit) {
            return new Page<>(left, null);
        }
        List<T> items = List.copyOf(left.subList(0, limit));
        return new Page<>(items, JidCursor.after(jid.apply(items.getLast())));
    }
}
