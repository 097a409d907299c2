package groupwatch.dashboard;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerRoutes;

/** A service as the edge meets it: a real server whose answers a test decides, and which remembers what it was asked. */
public final class Upstream implements AutoCloseable {

    private final DisposableServer server;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    /** A request as it arrived. */
    public record Asked(String method, String uri, io.netty.handler.codec.http.HttpHeaders headers, String body) {}

    private Upstream(Consumer<HttpServerRoutes> routes) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(all -> {
                    routes.accept(all);
                    // whatever the test does not answer itself is remembered
                    all.route(
                            request -> true,
                            (request, response) -> remember(request)
                                    .then(Mono.defer(() -> response.header("Content-Type", "application/json")
                                            .header("X-Service", "store")
                                            .sendString(Mono.just("{\"items\":[]}"))
                                            .then())));
                })
                .bindNow();
    }

    public static Upstream answering(Consumer<HttpServerRoutes> routes) {
        return new Upstream(routes);
    }

    public static Upstream start() {
        return new Upstream(routes -> {});
    }

    private Mono<Void> remember(HttpServerRequest request) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .doOnNext(body -> asked.add(new Asked(
                        request.method().name(),
                        request.uri(),
                        request.requestHeaders().copy(),
                        body)))
                .then();
    }

    /** What it was asked last. */
    public Asked asked() {
        try {
            Asked last = asked.poll(60, java.util.concurrent.TimeUnit.SECONDS);
            if (last == null) {
                throw new AssertionError("The service was asked nothing");
            }
            return last;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean wasAskedNothing() {
        return asked.isEmpty();
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(1));
    }
}
