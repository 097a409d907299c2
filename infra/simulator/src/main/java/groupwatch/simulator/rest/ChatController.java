package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.AddressBook;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Changes;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.Keys;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /chat}: what is done to messages and chats. */
@RestController
@RequestMapping("/chat")
class ChatController {

    private final SendMessage send;

    ChatController(SendMessage send) {
        this.send = send;
    }

    @PostMapping("/whatsappNumbers/{instance}")
    List<ObjectNode> numbers(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "numbers");
        var answers = new ArrayList<ObjectNode>();
        body.path("numbers").forEach(number -> answers.add(number(instance, number.asString(""))));
        return answers;
    }

    private static ObjectNode number(Instance instance, String number) {
        var jid = Recipient.jidOf(number);
        var answer = Json.object()
                .put("jid", jid)
                .put("exists", Recipient.exists(number))
                .put("number", number);
        instance.contacts().find(jid).map(AddressBook.Entry::name).ifPresent(name -> answer.put("name", name));
        return answer;
    }

    @PostMapping("/updateMessage/{instance}")
    Mono<ObjectNode> update(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "text", "key");
        var to = Recipient.of(instance, body.path("number").asString(""));
        var row = own(instance, body.path("key").path("id").asString(""));
        var text = Json.object();
        text.putObject("extendedTextMessage").put("text", body.path("text").asString(""));
        var now = send.now();
        var protocol = Changes.edit(key(row), text, now);
        instance.messages()
                .edit(row, Changes.edited(row.messageType(), body.path("text").asString("")), now);
        return instance.outbox().send(Event.of("send.message.update", protocol)).thenReturn(raw(to.jid(), protocol));
    }

    @DeleteMapping("/deleteMessageForEveryone/{instance}")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ObjectNode> revoke(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "id", "fromMe", "remoteJid");
        var to = Recipient.of(instance, body.path("remoteJid").asString(""));
        var id = body.path("id").asString("");
        var participant =
                body.path("participant").isString() ? body.path("participant").stringValue() : null;
        var key = Keys.target(to.jid(), body.path("fromMe").asBoolean(false), id, participant);
        var answer = raw(to.jid(), Changes.revoke(key));
        var row = instance.messages().find(id).orElse(null);
        if (row == null) {
            return Mono.just(answer);
        }
        instance.messages().remove(row);
        return instance.outbox().send(Event.of("messages.delete", deleted(row))).thenReturn(answer);
    }

    @PostMapping("/markMessageAsRead/{instance}")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode read(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "readMessages");
        return Json.object().put("message", "Read messages").put("read", "success");
    }

    @PostMapping("/sendPresence/{instance}")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode presence(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "presence", "delay");
        Recipient.of(instance, body.path("number").asString(""));
        return Json.object().put("presence", body.path("presence").asString(""));
    }

    private static KeptMessage own(Instance instance, String id) {
        return instance.messages()
                .find(id)
                .filter(KeptMessage::fromMe)
                .orElseThrow(() -> EvolutionException.badRequest("Message not found"));
    }

    private static ObjectNode key(KeptMessage row) {
        return Keys.target(row.chat(), true, row.keyId(), null);
    }

    /** WhatsApp's own message, as it was sent: numbers as texts. */
    private ObjectNode raw(String chat, ObjectNode protocol) {
        var json = Json.object();
        json.set("key", Keys.target(chat, true, SendMessage.newId(), null));
        json.putObject("message").set("protocolMessage", protocol);
        return json.put("messageTimestamp", Long.toString(send.now().getEpochSecond()))
                .put("status", "PENDING");
    }

    /** The whole old row, under the database's id. */
    private static ObjectNode deleted(KeptMessage row) {
        var data = row.data();
        var json = Json.object().put("id", row.databaseId());
        json.set("instanceId", data.path("instanceId"));
        json.set("key", Json.stored(data.path("key")));
        json.put("messageType", row.messageType()).put("status", "DELETED").set("source", data.path("source"));
        json.put("messageTimestamp", row.timestamp()).set("pushName", data.path("pushName"));
        json.putNull("participant").set("message", Json.stored(data.path("message")));
        return json;
    }
}
