package groupwatch.media.serve;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageType;
import groupwatch.media.row.MediaRows;
import groupwatch.media.row.StoredFile;
import groupwatch.media.testing.RunningWorker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Files as the worker leaves them: a row, and its objects. */
final class StoredMedia {

    static final String GROUP = "120363000000008801@g.us";
    static final Instant SENT = Instant.parse("2026-11-20T10:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningWorker worker = RunningWorker.shared();

    MessageRef told(String messageId, MessageType kind, @Nullable String fileName) {
        MessageRef message = new MessageRef(GROUP, true, null, messageId);
        Media media = new Media(
                kind,
                null,
                null,
                null,
                fileName,
                null,
                null,
                null,
                null,
                null,
                MediaState.PENDING,
                null,
                null,
                null,
                null);
        worker.get(MediaRows.class).told(message, "phone", SENT, media).block(PATIENCE);
        return message;
    }

    /** Its path. */
    String stored(String messageId, MessageType kind, @Nullable String fileName, String mime, byte[] bytes) {
        return stored(messageId, kind, fileName, mime, bytes, null);
    }

    String stored(
            String messageId,
            MessageType kind,
            @Nullable String fileName,
            String mime,
            byte[] bytes,
            byte @Nullable [] thumbnail) {
        MessageRef message = told(messageId, kind, fileName);
        String sha256 = RunningWorker.sha256(bytes);
        put(StoredFile.key(sha256), bytes);
        String small = thumbnail == null ? null : "thumbnails/" + sha256.substring(0, 2) + "/" + sha256 + ".jpg";
        if (small != null) {
            put(small, thumbnail);
        }
        StoredFile file = new StoredFile(
                sha256, bytes.length, mime, fileName, null, null, null, null, null, small, null, null, SENT);
        worker.get(MediaRows.class)
                .stored(UUID.fromString(message.mediaId()), file, null)
                .block(PATIENCE);
        return "/media/" + message.mediaId();
    }

    private void put(String key, byte[] bytes) {
        worker.store().put(key, Flux.just(ByteBuffer.wrap(bytes))).block(PATIENCE);
    }
}
