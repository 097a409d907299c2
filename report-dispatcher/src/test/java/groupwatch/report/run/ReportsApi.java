package groupwatch.report.run;

import static groupwatch.kit.security.Scopes.REPORTS_READ;
import static groupwatch.kit.security.Scopes.REPORTS_WRITE;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;

import groupwatch.report.testing.RunningDispatcher;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports of a service, over its API, as tests want them. */
final class ReportsApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger RECIPIENTS = new AtomicInteger();

    private final RunningDispatcher service;

    ReportsApi(RunningDispatcher service) {
        this.service = service;
    }

    /** An address that no other test has. */
    static String recipient() {
        return "reader" + RECIPIENTS.incrementAndGet() + "@example.com";
    }

    /** Paused, so that it is sent by hand only. */
    UUID paused(String type, String... recipients) {
        return add(Map.of("name", "By hand", "type", type, "active", false), recipients);
    }

    UUID add(Map<String, ?> fields, String... recipients) {
        ObjectNode body = JSON.valueToTree(fields);
        if (!body.has("schedule")) {
            body.put("schedule", "daily").put("time", "08:00");
        }
        body.set("recipients", JSON.valueToTree(recipients));
        byte[] answer = service.caller(REPORTS_WRITE)
                .post()
                .uri("/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.toString())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return UUID.fromString(JSON.readTree(answer).path("id").asString());
    }

    /** Of one that is paused: who gets it. */
    void change(UUID report, String... recipients) {
        ObjectNode body = JSON.createObjectNode();
        body.put("name", "By hand")
                .put("type", "daily_summary")
                .put("schedule", "daily")
                .put("time", "08:00");
        body.put("active", false).set("recipients", JSON.valueToTree(recipients));
        service.caller(REPORTS_WRITE)
                .put()
                .uri("/reports/{id}", report)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.toString())
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** With what waits of it. */
    void remove(UUID report) {
        service.caller(REPORTS_WRITE)
                .delete()
                .uri("/reports/{id}", report)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    JsonNode send(UUID report) {
        return JSON.readTree(service.caller(REPORTS_WRITE)
                .post()
                .uri("/reports/{id}/send", report)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    /** The newest first. */
    JsonNode runs(UUID report) {
        return JSON.readTree(service.caller(REPORTS_READ)
                        .get()
                        .uri("/reports/{id}/runs", report)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .path("items");
    }

    JsonNode run(UUID report) {
        return runs(report).path(0);
    }

    /** The only mail of the newest run. */
    JsonNode delivery(UUID report) {
        return run(report).path("deliveries").path(0);
    }

    String state(UUID report) {
        return run(report).path("state").asString("");
    }

    /** How the attempts at the only mail ended, in order. */
    List<String> results(UUID report) {
        return delivery(report).path("history").values().stream()
                .map(ended -> ended.path("result").asString())
                .toList();
    }

    /** From now on. */
    void mailBy(String settings) {
        service.caller(SUITE_WRITE)
                .post()
                .uri("/settings/email")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(settings)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
