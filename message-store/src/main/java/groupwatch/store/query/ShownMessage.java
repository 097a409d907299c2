package groupwatch.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groupwatch.events.message.Message;
import groupwatch.store.raw.RawEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, on request with the webhooks it came from.
 *
 * @param raw those of the message and of what was attached to it; absent unless asked for
 */
record ShownMessage(
        @JsonUnwrapped Message message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RawEvent> raw) {}
