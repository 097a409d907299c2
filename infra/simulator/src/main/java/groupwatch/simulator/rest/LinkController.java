package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.instance.Links;
import groupwatch.simulator.instance.Losses;
import groupwatch.simulator.play.Scenarios;
import groupwatch.simulator.play.Stories;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.wire.Json;
import java.time.Clock;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator}: what becomes of an instance's link, and of what it tells. */
@RestController
@RequestMapping("/simulator/{instance}")
@ResponseStatus(HttpStatus.ACCEPTED)
class LinkController {

    /** After these it must be paired again: {@code logout} and {@code restricted} are for them. */
    private static final Set<Integer> ENDS = Set.of(401, 402, 403, 406);

    private static final Set<Integer> RESTRICTIONS = Set.of(402, 403, 406);

    private final Links links;
    private final Instances instances;
    private final Stories stories;
    private final Scenarios scenarios;
    private final Background background;
    private final Delays delays;
    private final Clock clock;

    LinkController(
            Links links,
            Instances instances,
            Stories stories,
            Scenarios scenarios,
            Background background,
            Delays delays,
            Clock clock) {
        this.links = links;
        this.instances = instances;
        this.stories = stories;
        this.scenarios = scenarios;
        this.background = background;
        this.delays = delays;
        this.clock = clock;
    }

    /**
     * Somebody scans the code; the phone tells its story: {@code {"scenario": "demo", "seed": 1}}. {@code "by": "passkey"}: their account
     * asks for what no linked device has.
     */
    @PostMapping("/scan")
    Mono<ObjectNode> scan(Instance instance, @RequestBody JsonNode body) {
        var scenario = body.path("scenario").asString("demo");
        var seed = body.path("seed").asLong(1);
        if (!scenario.equals("none") && !scenarios.know(scenario)) {
            throw EvolutionException.badRequest("scenario must be none or one of " + scenarios.names());
        }
        if (instance.link().restricted()) {
            throw EvolutionException.badRequest(String.valueOf(instance.link().refusal()));
        }
        if (body.path("by").asString("").equals("passkey")) {
            return state(instance, links.refusePasskey(instance));
        }
        return state(instance, links.open(instance)).doOnNext(opened -> {
            if (!scenario.equals("none")) {
                stories.play(instance, scenario, seed, null);
            }
        });
    }

    /** {@code {"kind": "drop", "seconds": 10}}, or {@code stuck}, {@code close}, {@code logout}, {@code restricted}. */
    @PostMapping("/disconnect")
    Mono<ObjectNode> disconnect(Instance instance, @RequestBody JsonNode body) {
        Demand.open(instance);
        var lost = body.path("lost").asBoolean(false);
        return state(
                instance,
                switch (body.path("kind").asString("drop")) {
                    case "drop" -> links.drop(instance, Demand.seconds(body, 10), lost);
                    case "stuck" -> links.stick(instance, lost);
                    case "close" -> links.close(instance, closing(body), lost);
                    case "logout" -> links.logOut(instance);
                    case "restricted" -> links.restrict(instance, restriction(body));
                    default ->
                        throw EvolutionException.badRequest(
                                "kind must be one of drop, stuck, close, logout, restricted");
                });
    }

    /** What a restricted account has to wait for; it must be paired again afterwards. */
    @PostMapping("/pardon")
    ObjectNode pardon(Instance instance) {
        links.pardon(instance);
        return InstanceJson.state(instance);
    }

    /** It is gone, and nobody was told. */
    @PostMapping("/vanish")
    ObjectNode vanish(Instance instance) {
        links.vanish(instance, instances);
        return Json.object().put("instance", instance.name()).put("vanished", true);
    }

    /** Looks open and tells nothing, for {@code {"seconds": 60}} or until a restart; what happens is in its store. */
    @PostMapping("/silence")
    ObjectNode silence(Instance instance, @RequestBody JsonNode body) {
        Demand.open(instance);
        var seconds = Demand.seconds(body, 60);
        instance.link().silence(true);
        background.start(
                instance,
                "silence",
                delays.of(seconds).then(Mono.fromRunnable(() -> instance.link().silence(false))));
        return Json.object().put("silent", true).put("seconds", seconds.toMillis() / 1000.0);
    }

    /** {@code {"percent": 5, "seed": 1, "seconds": 3600, "of": "messages"}}: so many events never leave. 0 percent ends it. */
    @PostMapping("/losses")
    ObjectNode losses(Instance instance, @RequestBody JsonNode body) {
        var percent = Demand.within(body, "percent", 0, 100, 5);
        var seed = body.path("seed").asLong(1);
        var seconds = Demand.seconds(body, 3600);
        var of = body.path("of").asString("messages");
        if (!of.equals("messages") && !of.equals("all")) {
            throw EvolutionException.badRequest("of must be messages or all");
        }
        instance.sieve().losses(new Losses(percent, seed, clock.instant().plus(seconds), of.equals("all")));
        return Json.object()
                .put("percent", percent)
                .put("seed", seed)
                .put("seconds", seconds.toMillis() / 1000.0)
                .put("of", of)
                .put("lost", instance.sieve().lost());
    }

    private static Mono<ObjectNode> state(Instance instance, Mono<Void> done) {
        return done.then(Mono.fromSupplier(() -> InstanceJson.state(instance)));
    }

    private static int closing(JsonNode body) {
        var code = (int) Demand.within(body, "code", 400, 599, 428);
        if (ENDS.contains(code)) {
            throw EvolutionException.badRequest("code must not be one of 401, 402, 403, 406: they end the session");
        }
        return code;
    }

    private static int restriction(JsonNode body) {
        var code = body.path("code").asInt(403);
        if (!RESTRICTIONS.contains(code)) {
            throw EvolutionException.badRequest("code must be one of 402, 403, 406");
        }
        return code;
    }
}
