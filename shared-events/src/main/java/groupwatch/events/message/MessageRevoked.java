package groupwatch.events.message;

import java.time.Instant;
import java.util.Objects;

/** A message was deleted for everyone, by its sender or by an admin. */
public record MessageRevoked(String eventId, Instant occurredAt, int schemaVersion, Message message)
        implements MessageEvent {

    public MessageRevoked {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
    }
}
