package groupwatch.simulator.rest;

import groupwatch.simulator.flood.Flood;
import groupwatch.simulator.flood.FloodOptions;
import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Links;
import groupwatch.simulator.play.Scenarios;
import groupwatch.simulator.play.Stories;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.SideJson;
import java.time.Clock;
import java.time.Duration;
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
@ResponseStatus(HttpStatus.ACCEPTED)
class SimulatorController {

    private static final String FLOOD = "flood";
    private static final double LONGEST = 86_400;

    private final Links links;
    private final Stories stories;
    private final Scenarios scenarios;
    private final Background background;
    private final Clock clock;

    SimulatorController(Links links, Stories stories, Scenarios scenarios, Background background, Clock clock) {
        this.links = links;
        this.stories = stories;
        this.scenarios = scenarios;
        this.background = background;
        this.clock = clock;
    }

    /** How it is, and how its webhooks fared. */
    @GetMapping
    @ResponseStatus(HttpStatus.OK)
    ObjectNode status(Instance instance) {
        var count = instance.outbox().count();
        var json = Json.object()
                .put("simulated", true)
                .put("instance", instance.name())
                .put("state", instance.link().state().word())
                .put("silent", instance.link().silent())
                .put("story", background.runs(instance, "story"))
                .put("flood", background.runs(instance, FLOOD))
                .put("messages", instance.messages().size());
        json.putObject("webhooks")
                .put("letters", count.letters())
                .put("attempts", count.attempts())
                .put("delivered", count.delivered())
                .put("refused", count.refused())
                .put("givenUp", count.givenUp())
                .put("pending", count.pending());
        return json;
    }

    /** Somebody scans the code; the phone tells its story: {@code {"scenario": "demo", "seed": 1}}. */
    @PostMapping("/scan")
    Mono<ObjectNode> scan(Instance instance, @RequestBody JsonNode body) {
        var scenario = body.path("scenario").asString("demo");
        var seed = body.path("seed").asLong(1);
        if (!scenario.equals("none") && !scenarios.know(scenario)) {
            throw EvolutionException.badRequest("scenario must be none or one of " + scenarios.names());
        }
        return links.open(instance).then(Mono.fromSupplier(() -> {
            if (!scenario.equals("none")) {
                stories.play(instance, scenario, seed, null);
            }
            return InstanceJson.state(instance);
        }));
    }

    /** Many messages, in order, once each. */
    @PostMapping("/flood")
    ObjectNode flood(Instance instance, @RequestBody JsonNode body) {
        return flood(instance, body, 0, 0, 0);
    }

    /** The same and what becomes of them, mixed up. */
    @PostMapping("/disorder")
    ObjectNode disorder(Instance instance, @RequestBody JsonNode body) {
        return flood(instance, body, 0, 0.1, 200);
    }

    /** Some of them told twice. */
    @PostMapping("/duplicates")
    ObjectNode duplicates(Instance instance, @RequestBody JsonNode body) {
        return flood(instance, body, 0.1, 0, 0);
    }

    private ObjectNode flood(Instance instance, JsonNode body, double duplicates, double changes, int shuffle) {
        demandOpen(instance);
        FloodOptions options;
        try {
            options = FloodOptions.of(body, clock, duplicates, changes, shuffle);
        } catch (IllegalArgumentException e) {
            throw EvolutionException.badRequest(String.valueOf(e.getMessage()));
        }
        background.start(instance, FLOOD, instance.outbox().send(new Flood(instance, options).parcels()));
        return options.json();
    }

    /** {@code {"kind": "drop", "seconds": 10}}: drop tells only that it connects again, logout ends it. */
    @PostMapping("/disconnect")
    Mono<ObjectNode> disconnect(Instance instance, @RequestBody JsonNode body) {
        demandOpen(instance);
        var done = switch (body.path("kind").asString("drop")) {
            case "drop" -> links.drop(instance, seconds(body, 10));
            case "logout" -> links.logOut(instance);
            default -> throw EvolutionException.badRequest("kind must be drop or logout");
        };
        return done.then(Mono.fromSupplier(() -> InstanceJson.state(instance)));
    }

    /** Looks open and tells nothing, for {@code {"seconds": 60}} or until a restart; what happens is in its store. */
    @PostMapping("/silence")
    ObjectNode silence(Instance instance, @RequestBody JsonNode body) {
        demandOpen(instance);
        instance.link().silence(true);
        background.start(
                instance,
                "silence",
                Mono.delay(seconds(body, 60)).doOnNext(over -> instance.link().silence(false)));
        return status(instance);
    }

    /** Somebody calls and nobody answers: {@code {"from": "5511999990001", "video": false}}. */
    @PostMapping("/call")
    Mono<ObjectNode> call(Instance instance, @RequestBody JsonNode body) {
        demandOpen(instance);
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

    /** {@code {"uploads": 1}}: the next so many uploads fail. */
    @PostMapping("/faults")
    ObjectNode faults(Instance instance, @RequestBody JsonNode body) {
        instance.failingUploads().set(Math.max(0, body.path("uploads").asInt(1)));
        return Json.object().put("uploads", instance.failingUploads().get());
    }

    private static Duration seconds(JsonNode body, double otherwise) {
        var seconds = body.path("seconds").asDouble(otherwise);
        if (seconds < 0 || seconds > LONGEST) {
            throw EvolutionException.badRequest("seconds must be from 0 to 86400");
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static void demandOpen(Instance instance) {
        if (!instance.link().isOpen()) {
            throw EvolutionException.badRequest("The \"" + instance.name() + "\" instance is not connected");
        }
    }
}
