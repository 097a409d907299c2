package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Bytes;
import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Pictures, videos, sounds, documents and stickers; their {@code url} is an encrypted blob and of no use to a reader. */
final class MediaContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "imageMessage", content -> file(MessageType.IMAGE, content),
            "videoMessage", content -> file(MessageType.VIDEO, content),
            "ptvMessage", content -> file(MessageType.VIDEO_NOTE, content),
            "audioMessage",
                    content -> file(Proto.flag(content, "ptt") ? MessageType.VOICE : MessageType.AUDIO, content),
            "documentMessage", content -> file(MessageType.DOCUMENT, content),
            "stickerMessage", content -> file(MessageType.STICKER, content));

    private static final String CLAIM_MARK = "claim:";

    /** Nothing else that the object store has can be named by a payload. */
    private static final Pattern CLAIM = Pattern.compile(CLAIM_MARK + "claims/[0-9-]{10}/[0-9a-f-]{36}");

    private MediaContent() {}

    /** What is said in a sound, as the gateway had it recognised: it is the message's text when there is no other. */
    static MessageContent transcribed(MessageContent content, @Nullable String spoken) {
        Media media = content.media();
        if (spoken == null || media == null) {
            return content;
        }
        String transcript = spoken.startsWith("[audio] ") ? spoken.substring("[audio] ".length()) : spoken;
        return content.withText(content.text() == null ? spoken : content.text())
                .withMedia(media.withTranscript(transcript));
    }

    /** With where the gateway put the bytes that came along, if it did: it leaves {@code claim:<key>} in their place. */
    static MessageContent claimed(MessageContent content, @Nullable String base64) {
        Media media = content.media();
        return media != null && base64 != null && CLAIM.matcher(base64).matches()
                ? content.withMedia(media.withClaim(base64.substring(CLAIM_MARK.length())))
                : content;
    }

    private static MessageContent file(MessageType kind, JsonNode content) {
        Media media = new Media(
                kind,
                Proto.text(content, "mimetype"),
                size(content),
                Bytes.sha256(content.path("fileSha256")),
                kind == MessageType.DOCUMENT ? Proto.text(content, "fileName", "title") : null,
                Numbers.count(content.path("seconds")),
                Numbers.count(content.path("width")),
                Numbers.count(content.path("height")),
                Numbers.count(content.path("pageCount")),
                animated(content),
                MediaState.PENDING,
                null,
                null,
                null,
                null);
        return MessageContent.of(kind, Proto.text(content, "caption"))
                .withMedia(media)
                .withPreview(Thumbnail.of(content) != null)
                .withViewOnce(Proto.flag(content, "viewOnce"));
    }

    private static @Nullable Long size(JsonNode content) {
        Long size = Numbers.whole(content.path("fileLength"));
        return size == null || size < 0 ? null : size;
    }

    private static @Nullable Boolean animated(JsonNode content) {
        return Proto.flag(content, "gifPlayback")
                        || Proto.flag(content, "isAnimated")
                        || Proto.flag(content, "isLottie")
                ? true
                : null;
    }
}
