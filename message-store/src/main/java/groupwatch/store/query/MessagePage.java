package groupwatch.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of messages, and the ways on from it.
 *
 * @param around id of the message that was asked for, or of the first one at or after the moment that was; absent when
 *     it is not among the items
 * @param previous the cursor of the page before this one, in the same order; absent when there is none
 * @param next the cursor of the page after it; absent when there is none
 */
public record MessagePage(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<ShownMessage> items,
        @Nullable String around,
        @Nullable String previous,
        @Nullable String next) {

    MessagePage with(List<ShownMessage> items) {
        return new MessagePage(items, around, previous, next);
    }
}
