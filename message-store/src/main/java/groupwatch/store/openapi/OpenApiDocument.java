package groupwatch.store.openapi;

import groupwatch.events.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code openapi/message-store.yaml} as it is served: with the schemas of the topics among its own, so that it stands alone
 * and a message is described once for both.
 */
@Component
class OpenApiDocument {

    private static final String DOCUMENT = "openapi/message-store.yaml";
    private static final List<String> OF_TOPICS = List.of("Message", "Group", "Person");
    private static final JsonMapper MAPPER = EventCodec.mapper();

    private final String yaml;
    private final String json;

    OpenApiDocument() {
        Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(DOCUMENT));
        JsonNode document = MAPPER.valueToTree(written);
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        OF_TOPICS.forEach(name -> schemas.set(name, ofTopic(name)));
        this.json = MAPPER.writeValueAsString(document);
        this.yaml = writer().dump(MAPPER.convertValue(document, Map.class));
    }

    String yaml() {
        return yaml;
    }

    String json() {
        return json;
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
