package groupwatch.events.message;

import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reacted, changed their reaction or took it back.
 *
 * @param emoji absent = removed
 */
public record ReactionChanged(
        String eventId,
        Instant occurredAt,
        int schemaVersion,
        Message message,
        Person sender,
        @Nullable String emoji,
        @Nullable Instant at)
        implements MessageEvent {

    public ReactionChanged {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
    }
}
