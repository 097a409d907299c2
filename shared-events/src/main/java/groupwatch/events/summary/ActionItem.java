package groupwatch.events.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody is to do.
 *
 * @param text what
 * @param who as the group calls them
 * @param due as it was said, such as {@code Friday}
 * @param messages WhatsApp message ids in the group, at least one
 */
public record ActionItem(
        String text,
        @Nullable String who,
        @Nullable String due,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> messages) {

    public ActionItem {
        Objects.requireNonNull(text, "text");
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("An action item rests on one message or more");
        }
    }
}
