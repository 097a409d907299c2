package groupwatch.simulator.rest;

import groupwatch.simulator.fault.Fault;
import groupwatch.simulator.fault.Faults;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.wire.Json;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator/faults} and {@code /simulator/{instance}/faults}: the REST side fails. */
@RestController
@RequestMapping("/simulator")
@ResponseStatus(HttpStatus.ACCEPTED)
class FaultController {

    private static final Set<Integer> STATUSES = Set.of(0, 401, 404, 429, 500, 503);
    private static final double LONGEST = 3600;

    private final Faults faults;
    private final ApiKeys keys;

    FaultController(Faults faults, ApiKeys keys) {
        this.faults = faults;
        this.keys = keys;
    }

    /** {@code {"status": 429, "calls": 3, "retryAfter": 30, "slow": 2, "path": "/group", "down": true}}, for every call. */
    @PostMapping("/faults")
    ObjectNode everywhere(@RequestBody JsonNode body, ServerWebExchange exchange) {
        keys.demandGlobal(exchange);
        return put(body, null);
    }

    @DeleteMapping("/faults")
    ObjectNode clear(ServerWebExchange exchange) {
        keys.demandGlobal(exchange);
        faults.clear(null);
        return Json.object().put("faults", faults.count(null));
    }

    /** The same for the calls of one instance; or {@code {"uploads": 1}}: the next so many uploads fail. */
    @PostMapping("/{instance}/faults")
    ObjectNode of(Instance instance, @RequestBody JsonNode body) {
        if (body.has("status") || body.has("slow") || body.has("down")) {
            return put(body, instance.name());
        }
        instance.failingUploads().set(Math.max(0, body.path("uploads").asInt(1)));
        return Json.object().put("uploads", instance.failingUploads().get());
    }

    @DeleteMapping("/{instance}/faults")
    ObjectNode clear(Instance instance) {
        faults.clear(instance.name());
        instance.failingUploads().set(0);
        return Json.object().put("faults", faults.count(instance.name()));
    }

    private ObjectNode put(JsonNode body, @Nullable String instance) {
        var fault = fault(body, instance);
        var calls = body.hasNonNull("calls") ? (Long) (long) Demand.within(body, "calls", 1, 1e9, 1) : null;
        faults.put(fault, calls);
        return Json.object()
                .put("status", fault.status())
                .put("calls", calls)
                .put("retryAfter", fault.retryAfter())
                .put("slow", fault.slow().toMillis() / 1000.0)
                .put("path", fault.path())
                .put("down", fault.down())
                .put("faults", faults.count(instance));
    }

    private static Fault fault(JsonNode body, @Nullable String instance) {
        var status = body.path("status").asInt(0);
        if (!STATUSES.contains(status)) {
            throw EvolutionException.badRequest("status must be one of 401, 404, 429, 500, 503");
        }
        var slow = Duration.ofMillis((long) (1000 * Demand.within(body, "slow", 0, LONGEST, 0)));
        var retryAfter =
                body.hasNonNull("retryAfter") ? (Integer) (int) Demand.within(body, "retryAfter", 0, 86_400, 0) : null;
        return new Fault(
                status,
                retryAfter,
                slow,
                body.path("path").asString(""),
                body.path("down").asBoolean(false),
                instance);
    }
}
