package groupwatch.events.media;

import groupwatch.events.message.MediaState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file is not to be had: for good unless somebody asks again.
 *
 * @param state {@code expired} (WhatsApp no longer has it), or {@code failed}
 * @param reason in one word or two, for programs, such as {@code hash-mismatch}
 * @param detail for people
 */
public record MediaFailed(
        String eventId,
        Instant occurredAt,
        int schemaVersion,
        MessageRef message,
        long revision,
        MediaState state,
        String reason,
        @Nullable String detail)
        implements MediaEvent {

    public MediaFailed {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }
}
