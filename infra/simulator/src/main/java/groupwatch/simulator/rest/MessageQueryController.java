package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.AddressBook;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.store.Search;
import groupwatch.simulator.wire.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /chat/find…}: the messages and chats that the instance remembers. {@code offset} is the size of a page. */
@RestController
@RequestMapping("/chat")
class MessageQueryController {

    static final int PAGE = 50;

    @PostMapping("/findMessages/{instance}")
    Mono<ObjectNode> messages(Instance instance, @RequestBody JsonNode body) {
        var wanted = Wanted.messages(body.path("where"));
        var page = page(body);
        var size = size(body);
        return Mono.fromCallable(() -> messages(instance, wanted, page, size)).subscribeOn(Schedulers.boundedElastic());
    }

    private static ObjectNode messages(Instance instance, Search wanted, int page, int size) {
        var found = instance.messages().find(wanted, (page - 1L) * size, size);
        var json = Json.object();
        var messages = json.putObject("messages")
                .put("total", found.total())
                .put("pages", (found.total() + size - 1L) / size)
                .put("currentPage", page);
        var records = messages.putArray("records");
        found.rows().stream().map(Rows::message).forEach(records::add);
        return json;
    }

    @PostMapping("/findStatusMessage/{instance}")
    List<ObjectNode> statuses(Instance instance, @RequestBody JsonNode body) {
        var where = body.path("where");
        var wanted =
                Search.of(where.path("id").asString(""), where.path("remoteJid").asString(""));
        var rows = instance.messages().find(wanted, 0, Integer.MAX_VALUE).rows();
        return rows.stream()
                .flatMap(row -> row.updates().stream().map(update -> Rows.status(row, update, instance)))
                .skip((page(body) - 1L) * size(body))
                .limit(size(body))
                .toList();
    }

    /** Every chat that has messages, and those that are known without any. */
    @PostMapping("/findChats/{instance}")
    Mono<List<ObjectNode>> chats(Instance instance, @RequestBody JsonNode body) {
        var jid = body.path("where").path("remoteJid").asString("");
        var skip = Math.max(0, body.path("skip").asInt(0));
        var take = body.has("take") ? Math.max(0, body.path("take").asInt(PAGE)) : Integer.MAX_VALUE;
        return Mono.fromCallable(() -> {
                    var newest = instance.messages().newestByChat();
                    return Stream.concat(instance.chats().all().stream(), unlisted(instance, newest))
                            .filter(chat -> jid.isEmpty() || chat.jid().equals(jid))
                            .sorted(Comparator.comparing(AddressBook.Entry::updatedAt)
                                    .reversed())
                            .skip(skip)
                            .limit(take)
                            .map(chat -> Rows.chat(chat, newest.get(chat.jid())))
                            .toList();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Stream<AddressBook.Entry> unlisted(Instance instance, Map<String, KeptMessage> newest) {
        return newest.entrySet().stream()
                .filter(chat -> instance.chats().find(chat.getKey()).isEmpty())
                .map(chat -> AddressBook.Entry.unnamed(
                        chat.getKey(), Instant.ofEpochSecond(chat.getValue().timestamp())));
    }

    private static int page(JsonNode body) {
        return Math.max(1, body.path("page").asInt(1));
    }

    private static int size(JsonNode body) {
        return Math.max(1, body.path("offset").asInt(PAGE));
    }
}
