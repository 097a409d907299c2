package groupwatch.simulator.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets webhooks and answers what the test says. */
public final class Receiver implements AutoCloseable {

    /** Never answers. */
    public static final int SILENCE = -1;

    private final ConcurrentLinkedQueue<Got> all = new ConcurrentLinkedQueue<>();
    private final DisposableServer server;
    private volatile Function<Got, Integer> answer = got -> 200;

    /**
     * @param at nanoseconds of an arbitrary clock
     * @param headers names in lower case
     */
    public record Got(long at, String method, String path, Map<String, String> headers, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String event() {
            return body.isEmpty() ? "" : json().path("event").stringValue();
        }
    }

    public Receiver() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .flatMap(body -> {
                            var headers = new LinkedHashMap<String, String>();
                            request.requestHeaders()
                                    .forEach(header ->
                                            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
                            var got =
                                    new Got(System.nanoTime(), request.method().name(), request.uri(), headers, body);
                            all.add(got);
                            int status = got.path().equals("/redirected") ? 200 : answer.apply(got);
                            if (status == SILENCE) {
                                return Mono.never();
                            }
                            if (status >= 300 && status < 400) {
                                response.header("Location", "/redirected");
                            }
                            return response.status(status).send().then();
                        }))
                .bindNow();
    }

    public void answer(Function<Got, Integer> how) {
        answer = how;
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public List<Got> all() {
        return new ArrayList<>(all);
    }

    /** Without what is not interesting at the start of an instance. */
    public List<Got> of(String event) {
        return all.stream().filter(got -> got.event().equals(event)).toList();
    }

    public void forget() {
        all.clear();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
