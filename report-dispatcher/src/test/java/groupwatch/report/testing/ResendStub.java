package groupwatch.report.testing;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resend's {@code POST /emails} on this machine, as its documentation shows it: it remembers idempotency keys, and refuses what lacks a field.
 *
 * <pre>{@code
 * try (ResendStub resend = new ResendStub()) {
 *     resend.next(ResendReply.limited(2));
 *     … "--groupwatch.report.resend.url=" + resend.url() …
 *     assertThat(resend.mails()).hasSize(1);
 * }
 * }</pre>
 *
 * @see <a href="https://resend.com/docs/api-reference/emails/send-email">Send Email</a>
 * @see <a href="https://resend.com/docs/api-reference/errors">Errors</a>
 * @see <a href="https://resend.com/docs/dashboard/emails/idempotency-keys">Idempotency Keys</a>
 */
public final class ResendStub implements AutoCloseable {

    /** The one it takes. */
    public static final String KEY = "re_invented_for_these_tests_only";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DisposableServer server;
    private final Queue<ResendReply> next = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Request> mails = new CopyOnWriteArrayList<>();
    private final Map<String, Sent> known = new ConcurrentHashMap<>();
    private volatile @Nullable ResendReply always;

    /**
     * Somebody asked for a mail to be sent.
     *
     * @param key of idempotency; empty where there was none
     */
    public record Request(String key, String authorization, JsonNode body) {

        /** The only recipient. */
        public String to() {
            return body.path("to").path(0).asString("");
        }
    }

    private record Sent(JsonNode body, String id) {}

    public ResendStub() {
        server = HttpServer.create().host("127.0.0.1").handle(this::handle).bindNow();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** For the next requests, in turn; after these it takes what comes. */
    public ResendStub next(ResendReply... replies) {
        next.addAll(List.of(replies));
        return this;
    }

    /** For every request, until it is absent again. */
    public ResendStub always(@Nullable ResendReply reply) {
        always = reply;
        return this;
    }

    /** Everything that was asked, in the order in which it came. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What it has sent: each key once. */
    public List<Request> mails() {
        return List.copyOf(mails);
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .map(JSON::readTree)
                .defaultIfEmpty(JSON.createObjectNode())
                .flatMap(body -> answer(request, response, body));
    }

    private Mono<Void> answer(HttpServerRequest http, HttpServerResponse response, JsonNode body) {
        String key = header(http, "Idempotency-Key");
        Request request = new Request(key, header(http, "Authorization"), body);
        requests.add(request);
        if (!http.method().name().equals("POST") || !http.uri().equals("/emails")) {
            return write(response, ResendReply.error(404, "not_found", "The requested endpoint does not exist."));
        }
        ResendReply scripted = always != null ? always : next.poll();
        if (scripted != null && !scripted.takes()) {
            return write(response, scripted);
        }
        ResendReply refusal = refusal(request);
        if (refusal != null) {
            return write(response, refusal);
        }
        String id = sent(request);
        if (scripted != null && scripted.cut()) {
            return Mono.fromRunnable(() ->
                    response.withConnection(connection -> connection.channel().close()));
        }
        return Mono.delay(scripted == null ? Duration.ZERO : scripted.after())
                .then(Mono.defer(
                        () -> json(response, 200, JSON.createObjectNode().put("id", id))));
    }

    private @Nullable ResendReply refusal(Request request) {
        if (request.authorization().isEmpty()) {
            return ResendReply.error(401, "missing_api_key", "Missing API Key");
        }
        if (!request.authorization().equals("Bearer " + KEY)) {
            return ResendReply.wrongKey();
        }
        if (request.key().length() > 256) {
            return ResendReply.error(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
        }
        for (String field : List.of("from", "to", "subject")) {
            if (!request.body().has(field)) {
                return ResendReply.error(422, "missing_required_field", "Missing `" + field + "` field.");
            }
        }
        Sent before = known.get(request.key());
        if (before != null && !before.body().equals(request.body())) {
            return ResendReply.error(
                    409,
                    "invalid_idempotent_request",
                    "This idempotency key has been used with a different request payload.");
        }
        return null;
    }

    private String sent(Request request) {
        String key = request.key().isEmpty() ? UUID.randomUUID().toString() : request.key();
        return known.computeIfAbsent(key, unknown -> {
                    mails.add(request);
                    return new Sent(request.body(), UUID.randomUUID().toString());
                })
                .id();
    }

    private Mono<Void> write(HttpServerResponse response, ResendReply reply) {
        reply.headers().forEach(response::header);
        ObjectNode body = JSON.createObjectNode()
                .put("statusCode", reply.status())
                .put("message", reply.message())
                .put("name", reply.name());
        return json(response, reply.status(), body);
    }

    private Mono<Void> json(HttpServerResponse response, int status, JsonNode body) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "content-type", "application/json; charset=utf-8",
                "ratelimit-limit", "2",
                "ratelimit-remaining", "1",
                "ratelimit-reset", "1",
                "x-resend-daily-quota", String.valueOf(mails.size()),
                "x-resend-monthly-quota", String.valueOf(mails.size())));
        headers.forEach(response::header);
        return response.status(status)
                .sendByteArray(Mono.just(JSON.writeValueAsBytes(body)))
                .then();
    }

    private static String header(HttpServerRequest request, String name) {
        String value = request.requestHeaders().get(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
