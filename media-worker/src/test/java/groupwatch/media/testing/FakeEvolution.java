package groupwatch.media.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers {@code getBase64FromMediaMessage} as Evolution 2.3 does. */
public final class FakeEvolution implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server;
    private volatile boolean away;

    FakeEvolution() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/chat/getBase64FromMediaMessage/{instance}", this::answer))
                .bindNow();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** How often it was asked for a file. */
    public int asked() {
        return asked.get();
    }

    /** Whether every call fails. */
    public void away(boolean now) {
        away = now;
    }

    public void has(String messageId, byte[] file) {
        answers.put(
                messageId,
                () -> new Answer(
                        201,
                        "{\"mediaType\":\"imageMessage\",\"fileName\":\"a.bin\",\"size\":{\"fileLength\":\"1\"},\"mimetype\":\"image/jpeg\","
                                + "\"base64\":\"" + Base64.getEncoder().encodeToString(file) + "\",\"buffer\":null}"));
    }

    public void lost(String messageId) {
        answers.put(messageId, () -> new Answer(404, refusal("AxiosError: Request failed with status code 410")));
    }

    private static String refusal(String message) {
        return "{\"status\":400,\"error\":\"Bad Request\",\"response\":{\"message\":[\"" + message + "\"]}}";
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        asked.incrementAndGet();
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap(body -> {
            Answer answer = away ? new Answer(503, "{}") : find(body);
            return response.status(answer.status())
                    .header("Content-Type", "application/json")
                    .sendString(Mono.just(answer.body()))
                    .then();
        });
    }

    private Answer find(String body) {
        return answers.entrySet().stream()
                .filter(entry -> body.contains("\"" + entry.getKey() + "\""))
                .findFirst()
                .map(entry -> entry.getValue().get())
                .orElseGet(() -> new Answer(400, refusal("Message not found")));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
