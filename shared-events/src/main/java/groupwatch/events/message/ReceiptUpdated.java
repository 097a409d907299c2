package groupwatch.events.message;

import java.time.Instant;
import java.util.Objects;

/** A message got further with somebody: delivered, read, played, or failed. */
public record ReceiptUpdated(String eventId, Instant occurredAt, int schemaVersion, Message message, Receipt receipt)
        implements MessageEvent {

    public ReceiptUpdated {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
    }
}
