package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.SideJson;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator}: what no Evolution API has. What a person with a phone would do, and what goes wrong. */
@RestController
@RequestMapping("/simulator/{instance}")
class SimulatorController {

    private final Background background;
    private final Clock clock;

    SimulatorController(Background background, Clock clock) {
        this.background = background;
        this.clock = clock;
    }

    /** How it is, and how its webhooks fared. */
    @GetMapping
    ObjectNode status(Instance instance) {
        var count = instance.outbox().count();
        var json = Json.object()
                .put("simulated", true)
                .put("instance", instance.name())
                .put("state", instance.link().state().word())
                .put("refusal", instance.link().refusal())
                .put("silent", instance.link().silent())
                .put("story", background.runs(instance, "story"))
                .put("flood", background.runs(instance, FloodController.FLOOD))
                .put("history", background.runs(instance, FloodController.HISTORY))
                .put("messages", instance.messages().size())
                .put("lost", instance.sieve().lost())
                .put("untold", instance.sieve().untold());
        json.putObject("webhooks")
                .put("letters", count.letters())
                .put("attempts", count.attempts())
                .put("delivered", count.delivered())
                .put("refused", count.refused())
                .put("givenUp", count.givenUp())
                .put("pending", count.pending());
        return json;
    }

    /** Somebody calls and nobody answers: {@code {"from": "5511999990001", "video": false}}. */
    @PostMapping("/call")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ObjectNode> call(Instance instance, @RequestBody JsonNode body) {
        Demand.open(instance);
        var from = Recipient.jidOf(body.path("from").asString("5511999990001"));
        var video = body.path("video").asBoolean(false);
        var id = SendMessage.newId();
        var now = clock.instant();
        return instance.outbox()
                .send(
                        SideJson.call(id, from, now, "offer", video),
                        SideJson.call(id, from, now.plusSeconds(20), "timeout", video))
                .thenReturn(Json.object().put("id", id));
    }
}
