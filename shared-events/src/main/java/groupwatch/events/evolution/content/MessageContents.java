package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Target;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code message}: takes wrappers off, finds the content's key and its reader, adds the context. */
public final class MessageContents {

    private static final Map<String, ContentReader> READERS = new HashMap<>();

    static {
        READERS.putAll(TextContent.READERS);
        READERS.putAll(MediaContent.READERS);
        READERS.putAll(PollContent.READERS);
        READERS.putAll(PlaceContent.READERS);
        READERS.putAll(ContactContent.READERS);
        READERS.putAll(AddOnContent.READERS);
        READERS.putAll(ReplyContent.READERS);
        READERS.putAll(BusinessContent.READERS);
        READERS.putAll(GatheringContent.READERS);
        READERS.putAll(CallContent.READERS);
    }

    private MessageContents() {}

    /**
     * @param message with its wrappers
     * @param outerContext the context that the gateway copied beside the message, for content that has none itself
     * @return type {@code unknown} for what nobody knows yet and for placeholders without content
     */
    public static MessageContent read(JsonNode message, JsonNode outerContext) {
        Wrapping wrapping = Wrapping.takenOff(message);
        JsonNode inner = wrapping.message();
        MessageContent content = MediaContent.claimed(
                MediaContent.transcribed(content(inner), Proto.text(message, "speechToText")),
                Proto.text(message, "base64"));
        if (content.target() == null && wrapping.parentId() != null) {
            content = content.withTarget(new Target(wrapping.parentId(), null));
        }
        return Context.added(content, context(inner, message, outerContext))
                .withViewOnce(content.viewOnce() || wrapping.viewOnce());
    }

    /** The content alone, without what surrounds it: of a quote, of an edit's new version. */
    public static MessageContent plain(JsonNode message) {
        return content(Wrapping.takenOff(message).message());
    }

    /** The small JPEG that came along with a picture, video, document or place; absent when there is none. */
    public static byte @Nullable [] thumbnail(JsonNode message) {
        JsonNode inner = Wrapping.takenOff(message).message();
        String key = key(inner);
        return key == null ? null : Thumbnail.of(inner.path(key));
    }

    private static MessageContent content(JsonNode message) {
        String key = key(message);
        ContentReader reader = key == null ? null : READERS.get(key);
        return reader == null || key == null
                ? MessageContent.of(MessageType.UNKNOWN, null)
                : reader.read(message.path(key));
    }

    /** The first key that has a reader; an empty conversation is noise beside real content. */
    private static @Nullable String key(JsonNode message) {
        String found = null;
        for (var field : message.properties()) {
            if (READERS.containsKey(field.getKey()) && !field.getValue().isNull()) {
                found = field.getKey();
                if (!field.getValue().isString()
                        || !field.getValue().stringValue().isEmpty()) {
                    return found;
                }
            }
        }
        return found;
    }

    private static JsonNode context(JsonNode inner, JsonNode outer, JsonNode outerContext) {
        String key = key(inner);
        JsonNode own = key == null ? outerContext : inner.path(key).path("contextInfo");
        if (own.isObject()) {
            return own;
        }
        // the Cloud API puts it into the message itself
        return outerContext.isObject() ? outerContext : outer.path("contextInfo");
    }
}
