package groupwatch.kit.openapi;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document, asked what it says. */
public final class Described {

    private final JsonNode document;

    public Described(String json) {
        this.document = JsonMapper.shared().readTree(json);
    }

    /**
     * One method of one path.
     *
     * @param method in capitals
     */
    public record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        public Set<String> names(String in) {
            Set<String> names = new TreeSet<>();
            parameters.stream()
                    .filter(parameter -> parameter.path("in").asString().equals(in))
                    .forEach(parameter -> names.add(parameter.path("name").asString()));
            return names;
        }

        /** Absent: any token will do. */
        public @Nullable String scope() {
            JsonNode scopes = node.path("security").path(0).path("token");
            return scopes.isEmpty() ? null : scopes.path(0).asString();
        }
    }

    public JsonNode document() {
        return document;
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, node) -> {
                    if (!method.equals("parameters")) {
                        List<JsonNode> parameters = new ArrayList<>();
                        item.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                        node.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                        operations.add(
                                new Operation(method.toUpperCase(java.util.Locale.ROOT), path, node, parameters));
                    }
                }));
        return operations;
    }

    public Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The node itself, or what it refers to. */
    public JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : document.at(reference.asString().substring(1));
    }

    /** Of the answer with that status, 200 or another. */
    public Schema schema(Operation operation, String status, String mediaType) {
        JsonNode responses = operation.node().path("responses");
        JsonNode response = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        JsonNode content = response.path("content").path(mediaType).path("schema");
        if (content.isMissingNode()) {
            throw new AssertionError(operation + " does not describe " + status + " as " + mediaType);
        }
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putArray("allOf").add(content);
        schema.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
