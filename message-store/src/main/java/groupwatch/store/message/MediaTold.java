package groupwatch.store.message;

import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MediaFailed;
import groupwatch.events.media.MediaStored;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.store.receive.StorableText;
import groupwatch.store.receive.StorableTime;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one event of the media worker told. Of several about a file the one with the highest revision is kept; the hash decides
 * between two of the same, so that the order of arrival never matters.
 *
 * @param media as JSON; {@code null} (the word) when there is no file
 * @param text of a document
 */
record MediaTold(
        long revision,
        String hash,
        Instant at,
        MediaState state,
        @Nullable String reason,
        String media,
        @Nullable String text) {

    static final Comparator<MediaTold> ORDER =
            Comparator.comparingLong(MediaTold::revision).thenComparing(MediaTold::hash);

    static MediaTold of(MediaEvent event) {
        return switch (event) {
            case MediaStored stored -> of(stored, MediaState.STORED, null, stored.media(), stored.text());
            case MediaFailed failed -> of(failed, failed.state(), failed.reason(), null, null);
        };
    }

    private static MediaTold of(
            MediaEvent event, MediaState state, @Nullable String reason, @Nullable Media media, @Nullable String text) {
        String json = media == null ? "null" : ContentJson.write(media.withClaim(null));
        String storable = StorableText.orNull(text);
        return new MediaTold(
                event.revision(),
                Digest.of(String.join("\n", state.wire(), String.valueOf(reason), json, String.valueOf(storable))),
                StorableTime.of(event.occurredAt()),
                state,
                StorableText.orNull(reason),
                json,
                storable);
    }

    MediaTold merge(MediaTold other) {
        return ORDER.compare(other, this) > 0 ? other : this;
    }
}
