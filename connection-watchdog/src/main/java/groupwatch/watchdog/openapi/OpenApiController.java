package groupwatch.watchdog.openapi;

import groupwatch.kit.api.Query;
import groupwatch.kit.openapi.OpenApiDocument;
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

    private final OpenApiDocument document = OpenApiDocument.of("openapi/connection-watchdog.yaml", List.of());

    /** {@code GET /openapi.yaml}. */
    @GetMapping(
            path = {"/openapi.yaml", "/openapi/connection-watchdog.yaml"},
            produces = MediaType.APPLICATION_YAML_VALUE)
    String yaml(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return document.yaml();
    }

    /** {@code GET /openapi.json}. */
    @GetMapping(
            path = {"/openapi.json", "/openapi/connection-watchdog.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    String json(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return document.json();
    }
}
