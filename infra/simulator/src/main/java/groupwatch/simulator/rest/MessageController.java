package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /message/send…} without a file. */
@RestController
@RequestMapping("/message")
@ResponseStatus(HttpStatus.CREATED)
class MessageController {

    private final SendMessage send;

    MessageController(SendMessage send) {
        this.send = send;
    }

    @PostMapping("/sendText/{instance}")
    Mono<ObjectNode> text(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "text");
        if (body.path("text").asString("").isBlank()) {
            throw EvolutionException.invalid(List.of("text does not meet minimum length of 1"));
        }
        return send.send(instance, to(instance, body), (id, sent) -> sent.text(body));
    }

    @PostMapping("/sendReaction/{instance}")
    Mono<ObjectNode> reaction(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "key", "reaction");
        Demand.of("key", body.path("key"), "id", "remoteJid", "fromMe");
        var to = Recipient.of(instance, body.path("key").path("remoteJid").asString(""));
        return send.send(
                instance,
                to,
                (id, sent) -> sent.reaction(
                        (ObjectNode) body.path("key").deepCopy(),
                        body.path("reaction").asString("")));
    }

    @PostMapping("/sendPoll/{instance}")
    Mono<ObjectNode> poll(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "name", "selectableCount", "values");
        return send.send(instance, to(instance, body), (id, sent) -> sent.poll(id, body));
    }

    @PostMapping("/sendLocation/{instance}")
    Mono<ObjectNode> location(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "latitude", "longitude", "name", "address");
        return send.send(instance, to(instance, body), (id, sent) -> sent.place(body));
    }

    @PostMapping("/sendContact/{instance}")
    Mono<ObjectNode> contact(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "contact");
        if (body.path("contact").isEmpty()) {
            throw EvolutionException.invalid(List.of("contact does not meet minimum length of 1"));
        }
        return send.send(instance, to(instance, body), (id, sent) -> sent.contacts(body));
    }

    @PostMapping("/sendList/{instance}")
    Mono<ObjectNode> list(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "title", "buttonText", "sections");
        return send.send(instance, to(instance, body), (id, sent) -> sent.list(body));
    }

    @PostMapping("/sendButtons/{instance}")
    Mono<ObjectNode> buttons(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "title", "buttons");
        return send.send(instance, to(instance, body), (id, sent) -> sent.buttons(body));
    }

    /** A story; text only. */
    @PostMapping("/sendStatus/{instance}")
    Mono<ObjectNode> status(Instance instance, @RequestBody ObjectNode body) {
        Demand.properties(body, "type", "content");
        if (!body.path("type").asString("").equals("text")) {
            throw EvolutionException.badRequest("The simulator tells stories of type text only");
        }
        var to = Recipient.of(instance, "status@broadcast");
        var said = body.deepCopy().put("text", body.path("content").asString(""));
        return send.send(instance, to, (id, sent) -> sent.text(said));
    }

    private static Recipient to(Instance instance, JsonNode body) {
        return Recipient.of(instance, body.path("number").asString(""));
    }
}
