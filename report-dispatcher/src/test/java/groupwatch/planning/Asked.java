package groupwatch.planning;

import groupwatch.events.EventCodec;
import groupwatch.kit.security.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Reports as tests ask for them. */
final class Asked {

    private Asked() {}

    /** A daily summary of all groups at eight; the given fields instead, null: without. */
    static Map<String, Object> daily(@Nullable Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "name", "Morning",
                "type", "daily_summary",
                "schedule", "daily",
                "time", "08:00",
                "recipients", List.of("ana@example.com")));
        for (int i = 0; i < fields.length; i += 2) {
            String name = (String) Objects.requireNonNull(fields[i]);
            if (fields[i + 1] == null) {
                body.remove(name);
            } else {
                body.put(name, fields[i + 1]);
            }
        }
        return body;
    }

    static JsonNode made(WebTestClient caller, Map<String, Object> body) {
        return json(post(caller, body).expectStatus().isCreated());
    }

    static UUID id(JsonNode report) {
        return UUID.fromString(report.get("id").asString());
    }

    static WebTestClient.ResponseSpec post(WebTestClient caller, Object body) {
        return caller.post().uri("/reports").bodyValue(body).exchange();
    }

    static WebTestClient.ResponseSpec put(WebTestClient caller, UUID id, Object body) {
        return caller.put().uri("/reports/{id}", id).bodyValue(body).exchange();
    }

    static WebTestClient.ResponseSpec get(WebTestClient caller, UUID id) {
        return caller.get().uri("/reports/{id}", id).exchange();
    }

    static JsonNode json(WebTestClient.ResponseSpec answer) {
        byte[] body = answer.expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return EventCodec.mapper().readTree(Objects.requireNonNull(body));
    }

    static JsonNode listed(WebTestClient caller, String query) {
        return json(
                caller.get().uri("/reports" + query).exchange().expectStatus().isOk());
    }

    static void removeAll() {
        WebTestClient admin = admin();
        for (JsonNode report : listed(admin, "?limit=500").get("items")) {
            admin.delete()
                    .uri("/reports/{id}", id(report))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
    }

    /** What a refusal says. */
    static JsonNode problem(WebTestClient.ResponseSpec answer, int status) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return EventCodec.mapper().readTree(Objects.requireNonNull(body));
    }

    static WebTestClient admin() {
        return RunningPlans.caller(Scopes.REPORTS_READ, Scopes.REPORTS_WRITE);
    }
}
