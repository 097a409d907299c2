package groupwatch.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groupwatch.events.message.Message;
import groupwatch.store.raw.RawEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, on request with the webhooks it came from or with what is written in its document.
 *
 * @param raw those of the message and of what was attached to it; absent unless asked for
 * @param excerpt the beginning of its document's text; absent unless asked for, and for what has none
 */
public record ShownMessage(
        @JsonUnwrapped Message message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RawEvent> raw,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String excerpt) {

    public static ShownMessage plain(Message message) {
        return new ShownMessage(message, null, null);
    }

    ShownMessage withExcerpt(String excerpt) {
        return new ShownMessage(message, raw, excerpt);
    }
}
