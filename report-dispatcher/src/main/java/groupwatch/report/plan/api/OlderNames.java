package groupwatch.report.plan.api;

import groupwatch.kit.api.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the API before this one called things: still understood, never shown. Its lists were texts with commas. */
final class OlderNames {

    private static final Map<String, String> TODAY = Map.of(
            "report_type", "type",
            "schedule_time", "time",
            "schedule_day", "day",
            "group_filter", "groups",
            "include_stats", "statistics",
            "is_active", "active");

    private static final Set<String> LISTS = Set.of("recipients", "groups");

    private OlderNames() {}

    /** The same body in today's words; as it is when it is no object. */
    static JsonNode today(JsonNode body) {
        if (!body.isObject()) {
            return body;
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            String name = TODAY.getOrDefault(field.getKey(), field.getKey());
            if (fields.put(name, list(name, field.getValue())) != null) {
                throw Fields.bad(field.getKey(), "says the same as " + name + "; only one of them may be given");
            }
        });
        ObjectNode today = JsonNodeFactory.instance.objectNode();
        today.setAll(fields);
        return today;
    }

    private static JsonNode list(String name, JsonNode value) {
        if (!LISTS.contains(name) || !value.isString()) {
            return value;
        }
        var list = JsonNodeFactory.instance.arrayNode();
        Stream.of(value.asString().split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(list::add);
        return list;
    }
}
