package groupwatch.store.message;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageContent;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What became of a message's file.
 *
 * @param reason absent when it is stored
 * @param media what was measured; absent when there is no file
 */
record MediaResult(
        MediaState state, @Nullable String reason, @Nullable Media media) {

    /** What {@link MessageLoader} reads of a row {@code f} of {@code message_media}. */
    static final String JSON = "jsonb_build_object('state', f.state, 'reason', f.reason, 'media', f.media)";

    /** The file of a message as it is shown: what was measured before what the sender said. Absent when the message has none. */
    static @Nullable Media shown(StoredMessage message, MessageContent content, @Nullable MediaResult result) {
        Media claimed = content.media();
        if (claimed == null) {
            return null;
        }
        Shown shown = new Shown(claimed, result == null ? null : result.media());
        MediaState state = result == null ? claimed.state() : result.state();
        boolean stored = state == MediaState.STORED;
        String thumbnail = shown.measured(Media::thumbnailUrl);
        return new Media(
                claimed.kind(),
                shown.best(Media::mime),
                shown.best(Media::size),
                shown.best(Media::sha256),
                shown.best(Media::fileName),
                shown.best(Media::seconds),
                shown.best(Media::width),
                shown.best(Media::height),
                shown.best(Media::pages),
                shown.best(Media::animated),
                state,
                result == null ? null : result.reason(),
                stored ? url(message, shown) : null,
                thumbnail == null && content.preview() ? preview(message) : thumbnail,
                shown.best(Media::transcript),
                stored ? null : claimed.claim());
    }

    private static String url(StoredMessage message, Shown shown) {
        String told = shown.measured(Media::url);
        MessageKey key = message.key();
        return told == null
                ? "/media/" + new MessageRef(message.chat(), message.group(), key.scope(), key.id()).mediaId()
                : told;
    }

    /** Where the small picture is that came along. */
    private static String preview(StoredMessage message) {
        return "/messages/" + encoded(message.key().id()) + "/preview?chat=" + encoded(message.chat());
    }

    private static String encoded(String part) {
        return UriUtils.encode(part, StandardCharsets.UTF_8);
    }

    private record Shown(Media claimed, @Nullable Media measured) {

        <V> @Nullable V best(Function<Media, @Nullable V> what) {
            V found = measured(what);
            return found == null ? what.apply(claimed) : found;
        }

        <V> @Nullable V measured(Function<Media, @Nullable V> what) {
            return measured == null ? null : what.apply(measured);
        }
    }
}
