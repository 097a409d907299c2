package groupwatch.kit.evolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that answers what a real Evolution API 2.3.7 was recorded to answer, or what a test says. */
final class StandIn implements AutoCloseable {

    private static final JsonNode RECORDED = recorded();

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile Function<HttpServerResponse, Publisher<Void>> answer =
            response -> response.status(404).send();

    /** @param uri as it came, encoded */
    record Got(
            String method,
            String uri,
            @Nullable String key,
            @Nullable String watcher,
            String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    StandIn() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(body -> {
                            var headers = request.requestHeaders();
                            got.add(new Got(
                                    request.method().name(),
                                    request.uri(),
                                    headers.get("apikey"),
                                    headers.get("X-Groupwatch-Watcher"),
                                    body));
                            return Mono.from(answer.apply(response));
                        }))
                .bindNow();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    List<Got> got() {
        return got;
    }

    Got last() {
        return got.getLast();
    }

    /** What was recorded under a name. */
    void answersAsRecorded(String name) {
        JsonNode call = RECORDED.path(name);
        if (call.isMissingNode()) {
            throw new IllegalArgumentException("nothing is recorded under " + name);
        }
        answers(call.path("status").intValue(), call.path("body").toString());
    }

    void answers(int status, String body) {
        answers(response -> response.status(status)
                .header("Content-Type", "application/json; charset=utf-8")
                .sendString(Mono.just(body)));
    }

    void answers(Function<HttpServerResponse, Publisher<Void>> how) {
        answer = how;
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private static JsonNode recorded() {
        try (InputStream in = StandIn.class.getResourceAsStream("rest-answers.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
