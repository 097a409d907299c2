package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.AddressBook;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Json;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /chat/find…}: what the instance remembers. {@code offset} is the size of a page. */
@RestController
@RequestMapping("/chat")
class QueryController {

    private static final int PAGE = 50;

    @PostMapping("/findMessages/{instance}")
    ObjectNode messages(Instance instance, @RequestBody JsonNode body) {
        var found = instance.messages().newestFirst(Wanted.messages(body.path("where")));
        var page = Math.max(1, body.path("page").asInt(1));
        var size = size(body);
        var json = Json.object();
        var messages = json.putObject("messages")
                .put("total", found.size())
                .put("pages", (found.size() + size - 1) / size)
                .put("currentPage", page);
        var records = messages.putArray("records");
        paged(found.stream(), page, size).map(Rows::message).forEach(records::add);
        return json;
    }

    @PostMapping("/findStatusMessage/{instance}")
    List<ObjectNode> statuses(Instance instance, @RequestBody JsonNode body) {
        var where = body.path("where");
        var chat = where.path("remoteJid").asString("");
        var id = where.path("id").asString("");
        var rows = instance.messages()
                .newestFirst(row -> (chat.isEmpty() || row.chat().equals(chat))
                        && (id.isEmpty() || row.keyId().equals(id)));
        var statuses =
                rows.stream().flatMap(row -> row.updates().stream().map(update -> Rows.status(row, update, instance)));
        return paged(statuses, Math.max(1, body.path("page").asInt(1)), size(body))
                .toList();
    }

    @PostMapping("/findContacts/{instance}")
    List<ObjectNode> contacts(Instance instance, @RequestBody JsonNode body) {
        var where = body.path("where");
        var jid = where.path("remoteJid").asString("");
        var id = where.path("id").asString("");
        var name = where.path("pushName").asString("");
        var found = instance.contacts().all().stream()
                .filter(contact -> jid.isEmpty() || contact.jid().equals(jid))
                .filter(contact -> id.isEmpty() || contact.databaseId().equals(id))
                .filter(contact -> name.isEmpty() || name.equals(contact.name()));
        // without a page all of them
        var some = body.has("page") || body.has("offset")
                ? paged(found, Math.max(1, body.path("page").asInt(1)), size(body))
                : found;
        return some.map(contact -> Rows.contact(contact, instance)).toList();
    }

    @PostMapping("/findChats/{instance}")
    List<ObjectNode> chats(Instance instance, @RequestBody JsonNode body) {
        var jid = body.path("where").path("remoteJid").asString("");
        var last = new HashMap<String, KeptMessage>();
        instance.messages().newestFirst(row -> true).forEach(row -> last.putIfAbsent(row.chat(), row));
        var found = instance.chats().all().stream()
                .filter(chat -> jid.isEmpty() || chat.jid().equals(jid))
                .sorted(Comparator.comparing(AddressBook.Entry::updatedAt).reversed())
                .skip(Math.max(0, body.path("skip").asInt(0)));
        var some = body.has("take") ? found.limit(Math.max(0, body.path("take").asInt(PAGE))) : found;
        return some.map(chat -> Rows.chat(chat, last.get(chat.jid()))).toList();
    }

    private static int size(JsonNode body) {
        return Math.max(1, body.path("offset").asInt(PAGE));
    }

    private static <T> Stream<T> paged(Stream<T> all, int page, int size) {
        return all.skip((page - 1L) * size).limit(size);
    }
}
