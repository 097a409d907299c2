package groupwatch.store.openapi;

import groupwatch.kit.openapi.OpenApiDocument;
import groupwatch.store.api.Parameters;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document over HTTP, for every caller with a token; the edge passes on the paths with the service's name. */
@RestController
class OpenApiController {

    private final OpenApiDocument document =
            OpenApiDocument.of("openapi/message-store.yaml", List.of("Message", "Group", "Person"));

    /** {@code GET /openapi.yaml}. */
    @GetMapping(
            path = {"/openapi.yaml", "/openapi/message-store.yaml"},
            produces = MediaType.APPLICATION_YAML_VALUE)
    String yaml(@RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        return document.yaml();
    }

    /** {@code GET /openapi.json}. */
    @GetMapping(
            path = {"/openapi.json", "/openapi/message-store.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    String json(@RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        return document.json();
    }
}
