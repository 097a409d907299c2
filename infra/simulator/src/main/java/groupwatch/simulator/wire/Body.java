package groupwatch.simulator.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code message} of a message and what Evolution tells beside it.
 *
 * @param contextInfo absent, null or an object: which of them depends on the kind of message
 */
public record Body(
        ObjectNode message, String type, @Nullable JsonNode contextInfo) {

    /** Kinds where a missing context is told as null. */
    static Body withNull(String type, ObjectNode content) {
        var message = Json.object();
        message.set(type, content);
        return new Body(message, type, NullNode.getInstance());
    }

    static Body without(String type, ObjectNode content) {
        var message = Json.object();
        message.set(type, content);
        return new Body(message, type, null);
    }

    /** The context stands in the content and beside it. */
    Body in(@Nullable ObjectNode context) {
        if (context == null) {
            return this;
        }
        if (message.path(type).isObject()) {
            ((ObjectNode) message.path(type)).set("contextInfo", context.deepCopy());
        }
        return new Body(message, type, context);
    }
}
