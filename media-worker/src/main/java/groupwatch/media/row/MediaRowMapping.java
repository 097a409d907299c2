package groupwatch.media.row;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table to its record. */
final class MediaRowMapping {

    private MediaRowMapping() {}

    static MediaRow read(Readable row) {
        boolean group = value(row, "is_group", Boolean.class);
        return new MediaRow(
                value(row, "id", UUID.class),
                new MessageRef(
                        text(row, "chat"),
                        group,
                        group ? null : row.get("scope", String.class),
                        text(row, "message_id")),
                row.get("instance", String.class),
                value(row, "sent_at", Instant.class),
                MessageType.of(text(row, "kind")),
                claimed(row),
                row.get("claim", String.class),
                MediaState.of(text(row, "state")),
                row.get("reason", String.class),
                row.get("detail", String.class),
                row.get("trouble", String.class),
                value(row, "revision", Long.class),
                value(row, "changed_at", Instant.class),
                stored(row),
                row.get("deleted_at", Instant.class));
    }

    private static ClaimedFile claimed(Readable row) {
        return new ClaimedFile(
                row.get("claimed_mime", String.class),
                row.get("claimed_size", Long.class),
                row.get("claimed_sha256", String.class),
                row.get("claimed_file_name", String.class),
                row.get("claimed_seconds", Integer.class),
                row.get("claimed_width", Integer.class),
                row.get("claimed_height", Integer.class),
                row.get("claimed_pages", Integer.class),
                row.get("claimed_animated", Boolean.class));
    }

    private static @Nullable StoredFile stored(Readable row) {
        String sha256 = row.get("sha256", String.class);
        if (sha256 == null) {
            return null;
        }
        return new StoredFile(
                sha256,
                value(row, "size", Long.class),
                text(row, "mime"),
                row.get("file_name", String.class),
                row.get("seconds", Integer.class),
                row.get("width", Integer.class),
                row.get("height", Integer.class),
                row.get("pages", Integer.class),
                row.get("animated", Boolean.class),
                row.get("thumbnail", String.class),
                row.get("transcript", String.class),
                row.get("text", String.class),
                value(row, "stored_at", Instant.class));
    }
}
