package groupwatch.simulator.rest;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.instance.Instance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The header {@code apikey}: the global key, or an instance's token for what is its own. */
@Component
class ApiKeys {

    private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);

    private final String global;

    ApiKeys(SimulatorSettings settings) {
        if (settings.apiKey().isBlank()) {
            this.global = UUID.randomUUID().toString();
            log.info("no groupwatch.simulator.api-key is set; for this run it is {}", global);
        } else {
            this.global = settings.apiKey();
        }
    }

    static String given(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequest().getHeaders().getFirst("apikey"), "");
    }

    boolean isGlobal(ServerWebExchange exchange) {
        return same(global, given(exchange));
    }

    /** @throws EvolutionException 401 */
    void demandGlobal(ServerWebExchange exchange) {
        if (!isGlobal(exchange)) {
            throw EvolutionException.unauthorized();
        }
    }

    /** @throws EvolutionException 401 */
    void demandFor(Instance instance, ServerWebExchange exchange) {
        if (!isGlobal(exchange) && !same(instance.identity().token(), given(exchange))) {
            throw EvolutionException.unauthorized();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
