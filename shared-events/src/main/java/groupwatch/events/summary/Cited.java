package groupwatch.events.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * A sentence and what it rests on.
 *
 * @param text plain, never HTML or Markdown; hostile like any other input
 * @param messages WhatsApp message ids in the group, at least one
 */
public record Cited(
        String text,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> messages) {

    public Cited {
        Objects.requireNonNull(text, "text");
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A sentence rests on one message or more");
        }
    }
}
