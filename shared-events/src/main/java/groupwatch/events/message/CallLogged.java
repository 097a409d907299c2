package groupwatch.events.message;

import java.time.Instant;
import java.util.Objects;

/** A call began, was answered or ended. */
public record CallLogged(String eventId, Instant occurredAt, int schemaVersion, Message message, CallInfo call)
        implements MessageEvent {

    public CallLogged {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
    }
}
