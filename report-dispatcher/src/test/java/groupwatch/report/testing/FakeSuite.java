package groupwatch.report.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.Summary;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services that reports are made from, over real HTTP, as their OpenAPI documents say; each is at the same address. */
public final class FakeSuite implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static {
        // the first use of a type takes a lock, for which two event loops must not wait
        MAPPER.readTree("{}");
        JsonNode summary = EventCodec.mapper()
                .valueToTree(Summaries.of("1@g.us", LocalDate.EPOCH).written());
        EventCodec.mapper().treeToValue(summary, Summary.class);
    }

    private final FakeStore store = new FakeStore();
    private final FakeSummarizer summarizer = new FakeSummarizer();
    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final DisposableServer server;
    private volatile @Nullable JsonNode coverage;

    public FakeSuite() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(this::routes)
                .bindNow();
    }

    private void routes(HttpServerRoutes routes) {
        routes.get("/groups", answered("store", "groups:read", store::groups))
                .get("/groups/{jid}/stats", answered("store", "groups:read", store::stats))
                .get("/groups/{jid}/messages", answered("store", "messages:read", store::messages))
                .get("/search", answered("store", "messages:read", store::search))
                .post("/search/explain", this::explained)
                .get("/summaries", answered("summarizer", "summaries:read", summarizer::list))
                .get("/summaries/settings/{jid}", answered("summarizer", "summaries:read", summarizer::settings))
                .post("/summarize/{jid}", answered("summarizer", "summaries:write", summarizer::summarize))
                .get("/coverage", answered("watchdog", "suite:read", this::covered));
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public FakeStore store() {
        return store;
    }

    public FakeSummarizer summarizer() {
        return summarizer;
    }

    public FakeWatchdog watchdog() {
        return watchdog;
    }

    /** What the watchdog answers instead of its ledger, which is not there as long as it is empty. */
    public void coverage(String json) {
        coverage = MAPPER.readTree(json);
    }

    /** Whether calls of a service fail: store, summarizer or watchdog. */
    public void away(String service, boolean now) {
        if (now) {
            away.add(service);
        } else {
            away.remove(service);
        }
    }

    /** All calls so far, as {@code GET /groups/1@g.us/stats?from=…}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    /** What a service answers. */
    record Answer(int status, JsonNode body, @Nullable String retryAfter) {

        static final Answer NEVER = new Answer(0, MAPPER.createObjectNode(), null);

        static Answer ok(JsonNode body) {
            return new Answer(200, body, null);
        }

        static Answer problem(int status, String slug, String detail) {
            return problem(status, slug, detail, null);
        }

        static Answer problem(int status, String slug, String detail, @Nullable String retryAfter) {
            ObjectNode body = MAPPER.createObjectNode();
            body.put("type", "https://groupwatch.dev/problems/" + slug)
                    .put("title", slug)
                    .put("status", status)
                    .put("detail", detail);
            return new Answer(status, body, retryAfter);
        }
    }

    /**
     * What was asked.
     *
     * @param jid of the path
     * @param groups that the caller is limited to; absent: none
     */
    record Question(
            String jid,
            Map<String, List<String>> parameters,
            @Nullable Set<String> groups) {

        @Nullable
        String parameter(String name) {
            List<String> values = parameters.get(name);
            return values == null ? null : values.getFirst();
        }

        boolean maySee(String group) {
            return groups == null || groups.contains(group);
        }
    }

    private java.util.function.BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answered(
            String service, String scope, Function<Question, Answer> answer) {
        return (request, response) -> {
            calls.add(request.method() + " " + URLDecoder.decode(request.uri(), StandardCharsets.UTF_8));
            Answer refusal = refusal(service, scope, request);
            return send(response, refusal == null ? answer.apply(question(request)) : refusal);
        };
    }

    private Publisher<Void> explained(HttpServerRequest request, HttpServerResponse response) {
        Answer refusal = refusal("store", "messages:read", request);
        return refusal != null
                ? send(response, refusal)
                : request.receive()
                        .aggregate()
                        .asString()
                        .flatMap(body -> Mono.from(send(response, store.explain(MAPPER.readTree(body)))));
    }

    private Answer covered(Question question) {
        JsonNode known = coverage;
        if (known != null) {
            return Answer.ok(known);
        }
        return watchdog.isEmpty()
                ? Answer.problem(404, "not-found", "There is nothing here.")
                : watchdog.coverage(question);
    }

    private @Nullable Answer refusal(String service, String scope, HttpServerRequest request) {
        if (away.contains(service)) {
            return Answer.problem(500, "bug", "It fails.");
        }
        JsonNode claims = claims(request);
        if (claims.isEmpty()) {
            return Answer.problem(401, "unauthorized", "A token is needed.");
        }
        return List.of(claims.path("scope").asString("").split(" ")).contains(scope)
                ? null
                : Answer.problem(403, "forbidden", "The scope " + scope + " is needed.");
    }

    private static Question question(HttpServerRequest request) {
        String jid = request.param("jid");
        JsonNode limited = claims(request).path("groups");
        Set<String> groups = new HashSet<>();
        limited.forEach(group -> groups.add(group.asString()));
        return new Question(
                jid == null ? "" : URLDecoder.decode(jid, StandardCharsets.UTF_8),
                new QueryStringDecoder(request.uri()).parameters(),
                limited.isArray() ? groups : null);
    }

    /** Who signed it is not looked at. */
    private static JsonNode claims(HttpServerRequest request) {
        String token = request.requestHeaders().get("Authorization", "");
        String[] parts = token.split("\\.", -1);
        return parts.length == 3
                ? MAPPER.readTree(java.util.Base64.getUrlDecoder().decode(parts[1]))
                : MAPPER.createObjectNode();
    }

    private static Publisher<Void> send(HttpServerResponse response, Answer answer) {
        if (answer == Answer.NEVER) {
            return Mono.never();
        }
        response.status(answer.status())
                .header("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        if (answer.retryAfter() != null) {
            response.header("Retry-After", answer.retryAfter());
        }
        return response.sendString(Mono.just(answer.body().toString()));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
