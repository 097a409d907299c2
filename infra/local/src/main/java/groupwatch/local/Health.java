package groupwatch.local;

import groupwatch.servers.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite's health, as the edge tells it to who may see all of it. */
final class Health {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String api;
    private final String token;

    Health(String api, String token) {
        this.api = api;
        this.token = token;
    }

    /** The body of {@code GET /health}; empty when nobody answers. */
    Optional<JsonNode> ask() {
        var request = HttpRequest.newBuilder(URI.create(api + "/health"))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER_LIMIT)
                .build();
        try {
            var body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Optional.of(JsonMapper.shared().readTree(body));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static boolean isUp(JsonNode health) {
        return health.path("status").asString("").equals("UP");
    }

    void awaitUp() {
        var deadline = System.nanoTime() + READY_LIMIT.toNanos();
        var last = ask();
        while (last.filter(Health::isUp).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new ServerException("The suite did not become healthy within " + READY_LIMIT.toSeconds() + " s: "
                        + last.map(JsonNode::toString).orElse("nobody answers on " + api));
            }
            pause();
            last = ask();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("The start was interrupted.", e);
        }
    }
}
