package groupwatch.report.email;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields under the names that they had before. */
final class OlderNames {

    private static final Map<String, String> NAMES =
            Map.of("from_email", "from", "from_name", "fromName", "reply_to", "replyTo");

    private OlderNames() {}

    /** With today's names; a field that is there under both keeps the older one, which is refused then. */
    static JsonNode renamed(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            return body;
        }
        ObjectNode renamed = object.objectNode();
        object.forEachEntry((name, value) -> {
            String today = NAMES.getOrDefault(name, name);
            renamed.set(object.has(today) ? name : today, value);
        });
        return renamed;
    }
}
