package groupwatch.simulator.rest;

import groupwatch.simulator.flood.Flood;
import groupwatch.simulator.flood.FloodOptions;
import groupwatch.simulator.flood.HistoryFlood;
import groupwatch.simulator.flood.HistoryOptions;
import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.time.Delays;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator}: many messages at once. */
@RestController
@RequestMapping("/simulator/{instance}")
@ResponseStatus(HttpStatus.ACCEPTED)
class FloodController {

    static final String FLOOD = "flood";
    static final String HISTORY = "history";

    private final Background background;
    private final Delays delays;
    private final Clock clock;

    FloodController(Background background, Delays delays, Clock clock) {
        this.background = background;
        this.delays = delays;
        this.clock = clock;
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
        Demand.linked(instance);
        var options = checked(() -> FloodOptions.of(body, clock, duplicates, changes, shuffle));
        background.start(
                instance, FLOOD, instance.outbox().send(new Flood(instance, options, delays, clock).parcels()));
        return options.json();
    }

    /** The past, as after a first pairing: {@code {"messages": 200000, "chunk": 500, "stored": true}}. */
    @PostMapping("/history")
    ObjectNode history(Instance instance, @RequestBody JsonNode body) {
        Demand.open(instance);
        var options = checked(() -> HistoryOptions.of(body, clock));
        background.start(
                instance, HISTORY, instance.outbox().send(new HistoryFlood(instance, options, clock).parcels()));
        return options.json();
    }

    private static <T> T checked(Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw EvolutionException.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
