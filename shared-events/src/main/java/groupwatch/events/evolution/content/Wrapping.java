package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message with its wrappers taken off (ephemeral, view-once, edited, captioned, sent by another device, …), however
 * deeply they are nested.
 *
 * @param message the innermost message
 * @param viewOnce whether one of the wrappers makes it disappear
 * @param parentId id of the album, or other message, that it belongs to
 */
public record Wrapping(
        JsonNode message, boolean viewOnce, @Nullable String parentId) {

    private static final Set<String> NO_CONTENT =
            Set.of("messageContextInfo", "senderKeyDistributionMessage", "contextInfo");

    public static Wrapping takenOff(JsonNode wrapped) {
        JsonNode message = wrapped;
        boolean viewOnce = false;
        String parent = parentId(message);
        for (var wrapper = wrapper(message); wrapper != null; wrapper = wrapper(message)) {
            viewOnce |= wrapper.getKey().startsWith("viewOnceMessage");
            message = wrapper.getValue().path("message");
            String inner = parentId(message);
            parent = inner == null ? parent : inner;
        }
        return new Wrapping(message, viewOnce, parent);
    }

    /** Known by its shape, an object with a message inside, so that wrappers not yet invented come off as well. */
    private static Map.@Nullable Entry<String, JsonNode> wrapper(JsonNode message) {
        for (var field : message.properties()) {
            if (!NO_CONTENT.contains(field.getKey())
                    && field.getValue().path("message").isObject()) {
                return field;
            }
        }
        return null;
    }

    private static @Nullable String parentId(JsonNode message) {
        JsonNode association = message.path("messageContextInfo").path("messageAssociation");
        return Proto.text(association.path("parentMessageKey"), "id");
    }
}
