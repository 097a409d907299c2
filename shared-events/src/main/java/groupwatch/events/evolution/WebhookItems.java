package groupwatch.events.evolution;

import groupwatch.events.EventCodec;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a webhook that spans many chats apart: a history chunk becomes one webhook a message, each with the envelope it came
 * in. So one chat's raw event can be shown, or wiped, without the others'.
 */
public final class WebhookItems {

    private static final JsonMapper MAPPER = EventCodec.mapper();

    private WebhookItems() {}

    /** The body itself when there is nothing to take apart: {@code data} is no array, or of one item. */
    public static List<byte[]> of(byte[] body) {
        try {
            return WebhookArray.mayBeIn(body) ? split(body) : List.of(body);
        } catch (JacksonException notJson) {
            return List.of(body);
        }
    }

    private static List<byte[]> split(byte[] body) {
        if (!(MAPPER.readTree(body) instanceof ObjectNode envelope)
                || !(envelope.get("data") instanceof ArrayNode data)
                || data.size() < 2) {
            return List.of(body);
        }
        List<byte[]> items = new ArrayList<>(data.size());
        for (JsonNode item : data) {
            envelope.set("data", MAPPER.createArrayNode().add(item));
            items.add(MAPPER.writeValueAsBytes(envelope));
        }
        return items;
    }
}
