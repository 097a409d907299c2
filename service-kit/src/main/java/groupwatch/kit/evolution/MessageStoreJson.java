package groupwatch.kit.evolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Evolution's message store in its own words: {@code offset} is the size of a page. */
final class MessageStoreJson {

    private MessageStoreJson() {}

    static Map<String, Object> question(MessageQuery query) {
        Map<String, Object> where = new LinkedHashMap<>();
        if (query.chat() != null) {
            where.put("key", Map.of("remoteJid", query.chat()));
        }
        if (query.from() != null && query.until() != null) {
            where.put(
                    "messageTimestamp",
                    Map.of("gte", query.from().toString(), "lte", query.until().toString()));
        }
        return Map.of("where", where, "page", query.page(), "offset", query.size());
    }

    static MessageRows rows(JsonNode answer) {
        JsonNode messages = answer.path("messages");
        JsonNode records = messages.path("records");
        if (!records.isArray()) {
            throw Troubles.noAnswer();
        }
        List<JsonNode> rows = new ArrayList<>(records.size());
        records.forEach(rows::add);
        return new MessageRows(
                messages.path("total").asLong(0),
                messages.path("pages").asInt(0),
                messages.path("currentPage").asInt(1),
                rows);
    }
}
