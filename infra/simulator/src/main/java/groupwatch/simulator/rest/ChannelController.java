package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Identity;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The channels without a phone: messages come in by HTTP, and their events are plainer. */
@RestController
class ChannelController {

    static final String VERIFY_TOKEN = "evolution";

    private final Instances instances;
    private final Clock clock;

    ChannelController(Instances instances, Clock clock) {
        this.instances = instances;
        this.clock = clock;
    }

    @PostMapping("/webhook/evolution")
    Mono<ObjectNode> evolution(@RequestBody JsonNode body) {
        var instance = find(Identity.EVOLUTION, body.path("numberId").asString(""));
        var key = body.path("key");
        var told = instance.map(found -> tell(
                found,
                id(
                        key.path("id").asString(""),
                        key.path("remoteJid").asString(""),
                        key.path("fromMe").asBoolean(false)),
                body.path("pushName").asString(""),
                body.path("message"),
                body.path("messageType").asString("conversation"),
                clock.instant().getEpochSecond()));
        return told.orElse(Mono.empty()).thenReturn(success());
    }

    @GetMapping("/webhook/meta")
    JsonNode verify(
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        return token.equals(VERIFY_TOKEN) && challenge.matches("\\d{1,18}")
                ? LongNode.valueOf(Long.parseLong(challenge))
                : StringNode.valueOf("Error, wrong validation token");
    }

    @PostMapping("/webhook/meta")
    Mono<ObjectNode> meta(@RequestBody JsonNode body) {
        var all = new ArrayList<Mono<Void>>();
        body.path("entry")
                .forEach(entry -> entry.path("changes").forEach(change -> {
                    var value = change.path("value");
                    find(
                                    Identity.CLOUD_API,
                                    value.path("metadata")
                                            .path("phone_number_id")
                                            .asString(""))
                            .ifPresent(instance ->
                                    value.path("messages").forEach(message -> all.add(tell(instance, value, message))));
                }));
        return Flux.concat(all).then(Mono.fromSupplier(ChannelController::success));
    }

    private static Mono<Void> tell(Instance instance, JsonNode value, JsonNode message) {
        var from = message.path("from").asString("");
        var content = Json.object();
        var type = "conversation";
        if (message.path("type").asString("").equals("reaction")) {
            type = "reactionMessage";
            var reaction = content.putObject(type);
            reaction.putObject("key")
                    .put("id", message.path("reaction").path("message_id").asString(""));
            reaction.put("text", message.path("reaction").path("emoji").asString(""));
        } else {
            content.put("conversation", message.path("text").path("body").asString(""));
        }
        var name = value.path("contacts").path(0).path("profile").path("name").asString(from);
        var key = id(message.path("id").asString(""), from + "@s.whatsapp.net", false);
        return tell(
                instance, key, name, content, type, message.path("timestamp").asLong(0));
    }

    private static Mono<Void> tell(
            Instance instance, ObjectNode key, String name, JsonNode message, String type, long seconds) {
        var jid = key.path("remoteJid").asString("");
        var data = Json.object();
        data.set("key", key);
        data.put("pushName", name).set("message", message);
        data.put("messageType", type)
                .put("messageTimestamp", seconds)
                .put("source", "unknown")
                .put("instanceId", instance.id());
        instance.messages().keep(data, null);
        var contact = Json.object().put("remoteJid", jid).put("pushName", name).put("instanceId", instance.id());
        var chat = Json.object().put("remoteJid", jid).put("instanceId", instance.id());
        return instance.outbox()
                .send(
                        Event.of("messages.upsert", data),
                        Event.of("contacts.upsert", contact),
                        Event.of("chats.upsert", chat));
    }

    private Optional<Instance> find(String integration, String number) {
        return instances.all().stream()
                .filter(instance -> instance.identity().integration().equals(integration))
                .filter(instance -> number.equals(instance.identity().number()))
                .findFirst();
    }

    private static ObjectNode id(String id, String jid, boolean fromMe) {
        return Json.object().put("id", id).put("remoteJid", jid).put("fromMe", fromMe);
    }

    private static ObjectNode success() {
        return Json.object().put("status", "success");
    }
}
