package groupwatch.events.evolution;

import groupwatch.events.EventCodec;
import groupwatch.events.evolution.json.Bytes;
import groupwatch.events.observed.Observation;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes what was fetched from the gateway as webhooks, for the raw topics: rows of its message store as {@value #MESSAGES}, groups as
 * {@value #GROUPS}. What they tell is read by {@link EvolutionReader}, as of any other webhook. Everything of a row stays, but previews,
 * which come as ten characters a byte, become base64.
 */
public final class FoundRows {

    /** {@code data}: an array of rows as {@code POST /chat/findMessages} answers them. */
    public static final String MESSAGES = "messages.found";

    /** {@code data}: a group, or an array of them, as {@code GET /group/fetchAllGroups?getParticipants=true} answers them. */
    public static final String GROUPS = "groups.found";

    private static final JsonMapper MAPPER = EventCodec.mapper();
    private static final String PREVIEW = "jpegThumbnail";
    private static final int LARGEST_PREVIEW = 256 * 1024;

    private FoundRows() {}

    /**
     * @param sender JID of the account, which wrote what is {@code fromMe}
     * @param at when they were fetched
     */
    public static byte[] messages(String instance, @Nullable String sender, Instant at, List<JsonNode> rows) {
        ArrayNode data = MAPPER.createArrayNode();
        rows.forEach(row -> data.add(compact(row)));
        return MAPPER.writeValueAsBytes(envelope(MESSAGES, instance, sender, at, data));
    }

    /** @param at when it was fetched: who is on an older list and not on this one has gone */
    public static byte[] group(String instance, Instant at, JsonNode group) {
        return MAPPER.writeValueAsBytes(envelope(GROUPS, instance, null, at, group));
    }

    /** What a single row tells, to be compared with what is stored; the message first, and then what happened to it. */
    public static List<Observation> read(String instance, @Nullable String sender, Instant at, JsonNode row) {
        ArrayNode data = MAPPER.createArrayNode().add(row);
        return EvolutionReader.read(envelope(MESSAGES, instance, sender, at, data))
                .observations();
    }

    private static ObjectNode envelope(
            String event, String instance, @Nullable String sender, Instant at, JsonNode data) {
        ObjectNode envelope = MAPPER.createObjectNode()
                .put("event", event)
                .put("instance", instance)
                .set("data", data);
        envelope.put("date_time", at.toString());
        return sender == null ? envelope : envelope.put("sender", sender);
    }

    /** The same where there is nothing to shorten; what is given is left as it is. */
    private static JsonNode compact(JsonNode node) {
        if (node.findValue(PREVIEW) == null) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode items = MAPPER.createArrayNode();
            array.forEach(item -> items.add(compact(item)));
            return items;
        }
        ObjectNode copy = MAPPER.createObjectNode();
        node.properties()
                .forEach(field -> copy.set(
                        field.getKey(),
                        field.getKey().equals(PREVIEW) ? preview(field.getValue()) : compact(field.getValue())));
        return copy;
    }

    private static JsonNode preview(JsonNode value) {
        byte[] bytes = value.isObject() ? Bytes.of(value, LARGEST_PREVIEW) : null;
        return bytes == null ? value : StringNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }
}
