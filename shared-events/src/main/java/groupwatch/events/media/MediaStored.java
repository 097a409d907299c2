package groupwatch.events.media;

import groupwatch.events.message.Media;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file is kept, or more became known of it (a transcript).
 *
 * @param media what was measured, not what was claimed; state {@code stored}, with its addresses
 * @param text of a document, 64 KB at most
 */
public record MediaStored(
        String eventId,
        Instant occurredAt,
        int schemaVersion,
        MessageRef message,
        long revision,
        Media media,
        @Nullable String text)
        implements MediaEvent {

    public MediaStored {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(media, "media");
    }
}
