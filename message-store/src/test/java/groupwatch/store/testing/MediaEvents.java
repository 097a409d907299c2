package groupwatch.store.testing;

import groupwatch.events.EventId;
import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MediaFailed;
import groupwatch.events.media.MediaStored;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the media worker tells of files. */
public final class MediaEvents {

    private static final Instant AT = Instant.parse("2026-11-20T20:30:00Z");

    private MediaEvents() {}

    public static MessageRef inGroup(String group, String id) {
        return new MessageRef(group, true, null, id);
    }

    public static MediaEvent stored(
            MessageRef message, long revision, @Nullable String transcript, @Nullable String text) {
        Media media = new Media(
                MessageType.DOCUMENT,
                "application/pdf",
                1234L,
                "0".repeat(64),
                "measured-%d.pdf".formatted(revision),
                null,
                null,
                null,
                3,
                null,
                MediaState.STORED,
                "/media/" + message.mediaId(),
                "/media/" + message.mediaId() + "/thumbnail",
                transcript,
                null);
        return new MediaStored(id(message, revision), AT, 1, message, revision, media, text);
    }

    public static MediaEvent failed(MessageRef message, long revision, MediaState state, String reason) {
        return new MediaFailed(id(message, revision), AT, 1, message, revision, state, reason, "for people");
    }

    private static String id(MessageRef message, long revision) {
        return EventId.of("media-event", message.scope(), message.id(), revision);
    }
}
