package groupwatch.summary.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.message.Message;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The message store's API, as its OpenAPI document says, over messages that tests put in. */
public final class FakeStore implements AutoCloseable {

    private final Map<String, String> groups = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Message>> messages = new ConcurrentHashMap<>();
    private final Map<String, String> excerpts = new ConcurrentHashMap<>();
    private final AtomicInteger read = new AtomicInteger();
    private final DisposableServer server;
    private volatile boolean away;

    public FakeStore() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/groups", this::list)
                        .get("/groups/{jid}", this::group)
                        .get("/groups/{jid}/messages", this::messages)
                        .get("/messages/{id}", this::message))
                .bindNow();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public void group(String jid, String name) {
        groups.put(jid, name);
        messages.putIfAbsent(jid, Collections.synchronizedMap(new LinkedHashMap<>()));
    }

    public void forget(String jid) {
        groups.remove(jid);
    }

    /** New, or as it is now. */
    public void put(Message message) {
        messages.get(message.chat()).put(message.id(), message);
    }

    public Message find(String group, String id) {
        return messages.get(group).get(id);
    }

    public void excerpt(String id, String text) {
        excerpts.put(id, text);
    }

    /** How often messages of a group were read. */
    public int read() {
        return read.get();
    }

    /** Whether every call fails. */
    public void away(boolean now) {
        away = now;
    }

    private Publisher<Void> list(HttpServerRequest request, HttpServerResponse response) {
        ObjectNode page = EventCodec.mapper().createObjectNode();
        ArrayNode items = page.putArray("items");
        groups.forEach((jid, name) -> items.addObject()
                .put("jid", jid)
                .put("name", name)
                .put("participantCount", 3)
                .put("messagesToday", 0)
                .put("monitored", true)
                .putArray("instances"));
        return json(request, response, page);
    }

    private Publisher<Void> group(HttpServerRequest request, HttpServerResponse response) {
        String jid = parameter(request, "jid");
        String name = groups.get(jid);
        if (name == null) {
            return response.sendNotFound();
        }
        ObjectNode group = EventCodec.mapper().createObjectNode();
        group.put("jid", jid).put("revision", 1).put("name", name).put("monitored", true);
        group.putArray("participants")
                .addObject()
                .put("admin", "member")
                .putObject("person")
                .put("jid", People.BRUNO.jid())
                .put("name", "Bruno");
        group.putArray("instances");
        return json(request, response, group);
    }

    private Publisher<Void> messages(HttpServerRequest request, HttpServerResponse response) {
        read.incrementAndGet();
        Map<String, List<String>> query = new QueryStringDecoder(request.uri()).parameters();
        Instant from = Instant.parse(query.get("from").getFirst());
        Instant to = Instant.parse(query.get("to").getFirst());
        Map<String, Message> all = messages.get(parameter(request, "jid"));
        if (all == null) {
            return response.sendNotFound();
        }
        List<Message> found = new ArrayList<>(List.copyOf(all.values()).stream()
                .filter(message -> message.sentAt() != null
                        && !message.sentAt().isBefore(from)
                        && message.sentAt().isBefore(to))
                .sorted(java.util.Comparator.comparing(Message::sentAt))
                .toList());
        if (query.get("order").getFirst().equals("desc")) {
            Collections.reverse(found);
        }
        if (query.containsKey("limit")) {
            found = found.stream()
                    .limit(Long.parseLong(query.get("limit").getFirst()))
                    .toList();
        }
        if (isRefused(request)) {
            return response.status(away ? 503 : 401).send();
        }
        return response.header("Content-Type", "application/x-ndjson")
                .sendString(Flux.fromIterable(found).map(this::line), StandardCharsets.UTF_8);
    }

    private String line(Message message) {
        ObjectNode node = EventCodec.mapper().valueToTree(message);
        String excerpt = excerpts.get(message.id());
        if (excerpt != null) {
            node.put("excerpt", excerpt);
        }
        return node + "\n";
    }

    private Publisher<Void> message(HttpServerRequest request, HttpServerResponse response) {
        String id = parameter(request, "id");
        String chat =
                new QueryStringDecoder(request.uri()).parameters().get("chat").getFirst();
        Message message = messages.getOrDefault(chat, Map.of()).get(id);
        return message == null
                ? response.sendNotFound()
                : json(request, response, EventCodec.mapper().valueToTree(message));
    }

    private Publisher<Void> json(HttpServerRequest request, HttpServerResponse response, ObjectNode body) {
        if (isRefused(request)) {
            return response.status(away ? 503 : 401).send();
        }
        return response.header("Content-Type", "application/json").sendString(Mono.just(body.toString()));
    }

    private static String parameter(HttpServerRequest request, String name) {
        return URLDecoder.decode(String.valueOf(request.param(name)), StandardCharsets.UTF_8);
    }

    private boolean isRefused(HttpServerRequest request) {
        @Nullable String token = request.requestHeaders().get("Authorization");
        return away || token == null || !token.startsWith("Bearer ey");
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    /** All that was put in, for whoever announces it. */
    public Stream<Message> all(String group) {
        return List.copyOf(messages.get(group).values()).stream();
    }
}
