package groupwatch.comparing;

import groupwatch.events.EventCodec;
import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.identity.Person;
import groupwatch.events.message.Edit;
import groupwatch.events.message.Message;
import groupwatch.events.message.Origin;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.RevokeSeen;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The message store over HTTP, as far as it is asked: it keeps what raw records tell it, and answers in the true JSON. */
final class StandInStore {

    record Key(String chat, String id) {}

    final Map<Key, Message> messages = new ConcurrentHashMap<>();
    final Set<String> switchedOff = ConcurrentHashMap.newKeySet();
    volatile boolean away;
    volatile @Nullable Instant keptSince;

    private final EvolutionReader reader = new EvolutionReader();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void clear() {
        messages.clear();
        switchedOff.clear();
        away = false;
        keptSince = null;
    }

    Message message(String chat, String id) {
        return Objects.requireNonNull(messages.get(new Key(chat, id)), () -> "no message " + id);
    }

    /** As its consumer does. */
    void take(byte[] record, @Nullable Origin origin) {
        Observed observed = reader.read(record);
        observed.observations().forEach(one -> apply(Objects.requireNonNull(observed.instance()), one, origin));
    }

    private void apply(String account, Observation one, @Nullable Origin origin) {
        switch (one) {
            case MessageSeen seen ->
                messages.merge(
                        new Key(seen.chat().value(), seen.id()),
                        message(account, seen, origin == null ? seen.origin() : origin),
                        (old, now) -> with(
                                old,
                                both(old.instances(), now.instances()),
                                old.text(),
                                old.editedAt(),
                                old.revokedAt(),
                                old.edits(),
                                Objects.requireNonNull(old.origin()).compareTo(Objects.requireNonNull(now.origin())) < 0
                                        ? old.origin()
                                        : now.origin()));
            case EditSeen edit ->
                change(
                        edit.targetId(),
                        old -> with(
                                old,
                                old.instances(),
                                edit.text(),
                                edit.at(),
                                old.revokedAt(),
                                List.of(new Edit(edit.text(), edit.at())),
                                old.origin()));
            case RevokeSeen revoke ->
                change(
                        revoke.targetId(),
                        old -> with(old, old.instances(), null, null, revoke.at(), List.of(), old.origin()));
            default -> {}
        }
    }

    private void change(String id, UnaryOperator<Message> change) {
        messages.replaceAll((key, message) -> key.id().equals(id) ? change.apply(message) : message);
    }

    private static List<String> both(List<String> one, List<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static Message message(String account, MessageSeen seen, Origin origin) {
        return new Message(
                seen.id(),
                seen.chat().value(),
                seen.chat().isGroup(),
                List.of(account),
                1,
                Person.of(seen.sender(), seen.senderName()),
                seen.fromMe(),
                seen.content().type(),
                seen.content().text(),
                seen.sentAt(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                origin);
    }

    private static Message with(
            Message old,
            List<String> instances,
            @Nullable String text,
            @Nullable Instant editedAt,
            @Nullable Instant revokedAt,
            List<Edit> edits,
            @Nullable Origin origin) {
        return new Message(
                old.id(),
                old.chat(),
                old.group(),
                instances,
                old.revision() + 1,
                old.sender(),
                old.fromMe(),
                old.type(),
                text,
                old.sentAt(),
                editedAt,
                revokedAt,
                null,
                null,
                List.of(),
                null,
                old.reactions(),
                edits,
                List.of(),
                old.poll(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                origin);
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (away) {
            return response.status(500).send();
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String[] path = uri.path().split("/");
        ObjectNode body = EventCodec.mapper().createObjectNode();
        if (path[1].equals("groups") && path.length == 2) {
            groups(body.putArray("items"));
        } else if (path[1].equals("retention")) {
            body.putArray("groups");
            if (keptSince != null) {
                body.put("keptSince", String.valueOf(keptSince));
            }
        } else if (messages.keySet().stream().noneMatch(key -> key.chat().equals(path[2]))) {
            return response.status(404).send();
        } else if (path[3].equals("messages")) {
            named(path[2], uri.parameters().get("ids").getFirst(), body.putArray("items"));
        } else {
            origins(
                    path[2],
                    LocalDate.parse(uri.parameters().get("from").getFirst()),
                    LocalDate.parse(uri.parameters().get("to").getFirst()),
                    body.putArray("items"));
        }
        return response.header("Content-Type", "application/json")
                .sendByteArray(Mono.just(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void groups(ArrayNode items) {
        Set<String> groups = new TreeSet<>(switchedOff);
        messages.keySet().stream()
                .map(Key::chat)
                .filter(chat -> chat.endsWith("@g.us"))
                .forEach(groups::add);
        for (String group : groups) {
            List<Message> all = of(group);
            ObjectNode item = items.addObject().put("jid", group).put("monitored", !switchedOff.contains(group));
            all.stream()
                    .map(Message::sentAt)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .ifPresent(last -> item.put("lastActivity", last.toString()));
            ArrayNode instances = item.putArray("instances");
            all.stream()
                    .flatMap(message -> message.instances().stream())
                    .distinct()
                    .forEach(instances::add);
        }
    }

    private void named(String chat, String ids, ArrayNode items) {
        Arrays.stream(ids.split(","))
                .map(id -> messages.get(new Key(chat, id)))
                .filter(Objects::nonNull)
                .forEach(message -> items.add(EventCodec.mapper().<ObjectNode>valueToTree(message)));
    }

    private void origins(String chat, LocalDate from, LocalDate until, ArrayNode items) {
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            LocalDate that = day;
            List<Message> ofDay = of(chat).stream()
                    .filter(message ->
                            that.equals(LocalDate.ofInstant(Objects.requireNonNull(message.sentAt()), ZoneOffset.UTC)))
                    .toList();
            for (String account : new TreeSet<>(ofDay.stream()
                    .flatMap(message -> message.instances().stream())
                    .toList())) {
                items.addObject()
                        .put("day", day.toString())
                        .put("account", account)
                        .put("webhook", count(ofDay, account, Origin.WEBHOOK))
                        .put("history", count(ofDay, account, Origin.HISTORY))
                        .put("resync", count(ofDay, account, Origin.RESYNC))
                        .put("import", 0);
            }
        }
    }

    private static long count(List<Message> messages, String account, Origin origin) {
        return messages.stream()
                .filter(message -> message.instances().contains(account) && message.origin() == origin)
                .count();
    }

    private List<Message> of(String chat) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().chat().equals(chat))
                .map(Map.Entry::getValue)
                .toList();
    }
}
