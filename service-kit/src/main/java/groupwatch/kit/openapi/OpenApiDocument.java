package groupwatch.kit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document written by hand as it is served: with schemas of the topics among its own where it asks for them, so that it stands alone and a
 * thing is described once for both.
 *
 * @param yaml the document
 * @param json the same
 */
public record OpenApiDocument(String yaml, String json) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * @param resource on the class path, such as {@code openapi/message-store.yaml}
     * @param ofTopics names of schemas in {@code groupwatch/schemas} on the class path
     */
    public static OpenApiDocument of(String resource, List<String> ofTopics) {
        Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(resource));
        JsonNode document = MAPPER.valueToTree(written);
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        ofTopics.forEach(name -> schemas.set(name, ofTopic(name)));
        return new OpenApiDocument(
                writer().dump(MAPPER.convertValue(document, Map.class)), MAPPER.writeValueAsString(document));
    }

    /** Its references lead to other files and to its own parts; here both are parts of the document. */
    private static JsonNode ofTopic(String name) {
        ObjectNode schema = (ObjectNode) MAPPER.readTree(text("groupwatch/schemas/" + name + ".json")
                .replaceAll("\"([A-Z][A-Za-z]*)\\.json\"", "\"#/components/schemas/$1\"")
                .replace("\"#/$defs/", "\"#/components/schemas/" + name + "/$defs/"));
        schema.remove(List.of("$id", "$schema"));
        return schema;
    }

    private static String text(String path) {
        try (InputStream resource = new ClassPathResource(path).getInputStream()) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static Yaml writer() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(new Representer(options), options);
    }
}
