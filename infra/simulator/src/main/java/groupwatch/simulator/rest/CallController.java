package groupwatch.simulator.rest;

import groupwatch.simulator.calls.Call;
import groupwatch.simulator.calls.CallLog;
import groupwatch.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator/calls}: the REST calls that were made of whatever instance. */
@RestController
@RequestMapping("/simulator/calls")
class CallController {

    private final CallLog calls;
    private final ApiKeys keys;

    CallController(CallLog calls, ApiKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    /** One a line. */
    @GetMapping
    ResponseEntity<Flux<DataBuffer>> since(@RequestParam(defaultValue = "0") long since, ServerWebExchange exchange) {
        keys.demandGlobal(exchange);
        return Lines.of(Flux.fromIterable(calls.since(since)).map(Call::json));
    }

    /** How many of each path, the instance left out. */
    @GetMapping("/counts")
    ObjectNode counts(@RequestParam(required = false) @Nullable String instance, ServerWebExchange exchange) {
        keys.demandGlobal(exchange);
        var counts = calls.counts(instance);
        var json = Json.object()
                .put(
                        "calls",
                        counts.values().stream().mapToInt(Integer::intValue).sum());
        var paths = json.putObject("paths");
        counts.forEach(paths::put);
        return json;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ObjectNode clear(ServerWebExchange exchange) {
        keys.demandGlobal(exchange);
        calls.clear();
        return Json.object().put("calls", 0);
    }
}
