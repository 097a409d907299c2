package groupwatch.events.message;

import java.time.Instant;
import java.util.Objects;

/** Somebody changed the text of their message. */
public record MessageEdited(String eventId, Instant occurredAt, int schemaVersion, Message message, Edit edit)
        implements MessageEvent {

    public MessageEdited {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
    }
}
