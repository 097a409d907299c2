package groupwatch.events.message;

import java.time.Instant;
import java.util.Objects;

/** A message is kept, or more of its content became known. */
public record MessageStored(String eventId, Instant occurredAt, int schemaVersion, Message message)
        implements MessageEvent {

    public MessageStored {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
    }
}
