package groupwatch.dashboard.health;

import static groupwatch.dashboard.RunningEdge.ADMIN;
import static groupwatch.dashboard.RunningEdge.READER;
import static groupwatch.dashboard.RunningEdge.json;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.dashboard.RunningEdge;
import groupwatch.dashboard.Upstream;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The suite's health as monitors and strangers see it. */
class HealthIT {

    private static final String UP = "{\"status\":\"UP\",\"components\":{\"database\":{\"status\":\"UP\"}}}";
    private static final String DOWN = "{\"status\":\"DOWN\",\"components\":{\"broker\":{\"status\":\"DOWN\"}}}";

    @Test
    void isUpInOneWordForStrangersAndWholeForWhoMayKnow() {
        try (Upstream gateway = service(200, UP);
                Upstream store = service(200, UP);
                RunningEdge edge = edge(store, gateway)) {
            assertThat(edge.send("GET", "/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(edge.get("/api/health", READER).body()).isEqualTo("{\"status\":\"UP\"}");

            JsonNode whole = json(edge.get("/health", ADMIN));
            assertThat(whole.at("/services/message-store/components/database/status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(whole.at("/services/ingest-gateway/status").asString()).isEqualTo("UP");
        }
    }

    @Test
    void isDegradedWhileWebhooksAreKeptAndSomethingElseIsAway() {
        try (Upstream gateway = service(200, UP);
                RunningEdge edge = RunningEdge.before(
                        "http://127.0.0.1:1", "--groupwatch.dashboard.services.ingest-gateway=" + gateway.address())) {
            HttpResponse<String> health = edge.get("/health", ADMIN);

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(json(health).path("status").asString()).isEqualTo("DEGRADED");
            assertThat(json(health).at("/services/message-store").toString())
                    .isEqualTo("{\"status\":\"DOWN\",\"reason\":\"No answer.\"}");
        }
    }

    @Test
    void isDownWhenWebhooksAreNotKept() {
        try (Upstream gateway = service(503, DOWN);
                Upstream store = service(200, UP);
                RunningEdge edge = edge(store, gateway)) {
            assertThat(edge.send("GET", "/health", "").statusCode()).isEqualTo(503);
            assertThat(json(edge.get("/health", ADMIN))
                            .at("/services/ingest-gateway/components/broker/status")
                            .asString())
                    .isEqualTo("DOWN");
        }
    }

    @Test
    void doesNotWaitForAServiceThatDoesNotAnswer() {
        try (Upstream gateway = service(200, UP);
                Upstream store =
                        Upstream.answering(routes -> routes.get("/health", (request, response) -> Mono.never()));
                RunningEdge edge = edge(store, gateway)) {
            long begun = System.nanoTime();
            assertThat(json(edge.send("GET", "/health", "")).path("status").asString())
                    .isEqualTo("DEGRADED");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static RunningEdge edge(Upstream store, Upstream gateway) {
        return RunningEdge.before(
                store.address(), "--groupwatch.dashboard.services.ingest-gateway=" + gateway.address());
    }

    private static Upstream service(int status, String body) {
        return Upstream.answering(routes -> routes.get(
                "/health",
                (request, response) -> response.status(status)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(body))));
    }
}
