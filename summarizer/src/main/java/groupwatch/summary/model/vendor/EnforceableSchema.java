package groupwatch.summary.model.vendor;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema as vendors can enforce it: no property that is not named, and no limits on lengths and numbers, which Anthropic and OpenAI both do
 * not take. Whoever asked checks the answer against the schema itself anyway.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/structured-outputs">Anthropic: structured outputs</a>
 * @see <a href="https://platform.openai.com/docs/guides/structured-outputs">OpenAI: structured outputs</a>
 */
final class EnforceableSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> UNKNOWN = Set.of(
            "$schema",
            "$id",
            "title",
            "default",
            "examples",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    private EnforceableSchema() {}

    /** As Anthropic takes it. */
    static String of(String schema) {
        return enforceable(schema, false);
    }

    /** As OpenAI takes it: every property is there, one that may be absent is null instead. */
    static String withoutAbsence(String schema) {
        return enforceable(schema, true);
    }

    private static String enforceable(String schema, boolean withoutAbsence) {
        JsonNode node = JSON.readTree(schema);
        enforce(node, withoutAbsence);
        return JSON.writeValueAsString(node);
    }

    private static void enforce(JsonNode node, boolean withoutAbsence) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        schema.remove(UNKNOWN);
        schema.path("properties").values().forEach(property -> enforce(property, withoutAbsence));
        enforce(schema.path("items"), withoutAbsence);
        Set.of("anyOf", "oneOf", "allOf", "$defs", "definitions")
                .forEach(part -> schema.path(part).values().forEach(inner -> enforce(inner, withoutAbsence)));
        if (schema.path("properties") instanceof ObjectNode properties) {
            schema.put("additionalProperties", false);
            if (withoutAbsence) {
                fill(schema, properties);
            }
        }
    }

    private static void fill(ObjectNode schema, ObjectNode properties) {
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
        ArrayNode all = schema.putArray("required");
        properties.properties().forEach(property -> {
            all.add(property.getKey());
            if (!required.contains(property.getKey())
                    && property.getValue() instanceof ObjectNode value
                    && value.path("type").isString()) {
                value.set("type", JSON.createArrayNode().add(value.path("type")).add("null"));
            }
        });
    }
}
