package groupwatch.summary.openapi;

import groupwatch.events.EventCodec;
import groupwatch.summary.api.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code openapi/summarizer.yaml} over HTTP, for every caller with a token; the edge passes on the paths with the service's name. */
@RestController
class OpenApiController {

    private final String yaml = text("openapi/summarizer.yaml");
    private final String json = EventCodec.mapper()
            .writeValueAsString(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml));

    /** {@code GET /openapi.yaml}. */
    @GetMapping(
            path = {"/openapi.yaml", "/openapi/summarizer.yaml"},
            produces = MediaType.APPLICATION_YAML_VALUE)
    String yaml(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return yaml;
    }

    /** {@code GET /openapi.json}. */
    @GetMapping(
            path = {"/openapi.json", "/openapi/summarizer.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    String json(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return json;
    }

    private static String text(String path) {
        try (InputStream resource = new ClassPathResource(path).getInputStream()) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
