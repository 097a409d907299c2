package groupwatch.simulator.rest;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.fault.Fault;
import groupwatch.simulator.fault.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Before everything else of Evolution's: what is the matter with it, and whether its licence was paid. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FaultFilter implements WebFilter {

    private final Faults faults;
    private final boolean licensed;

    FaultFilter(Faults faults, SimulatorSettings settings) {
        this.faults = faults;
        this.licensed = settings.licensed() || !needsLicence(settings.version());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var asked = Asked.of(exchange);
        if (asked.ofSimulator()) {
            return chain.filter(exchange);
        }
        return faults.meet(asked.path(), asked.instance())
                .map(fault -> fail(fault, asked, exchange, chain))
                .orElseGet(() -> goOn(asked, exchange, chain));
    }

    private Mono<Void> fail(Fault fault, Asked asked, ServerWebExchange exchange, WebFilterChain chain) {
        var failure = Mono.defer(() -> {
            if (fault.down()) {
                return hangUp(exchange);
            }
            if (fault.status() == 0) {
                return goOn(asked, exchange, chain);
            }
            if (fault.retryAfter() != null) {
                exchange.getResponse()
                        .getHeaders()
                        .set("Retry-After", fault.retryAfter().toString());
            }
            return Mono.<Void>error(EvolutionException.fault(fault.status(), asked));
        });
        return fault.slow().isZero() ? failure : Mono.delay(fault.slow()).then(failure);
    }

    private Mono<Void> goOn(Asked asked, ServerWebExchange exchange, WebFilterChain chain) {
        return licensed || asked.path().equals("/")
                ? chain.filter(exchange)
                : Mono.error(EvolutionException.unlicensed());
    }

    /** The connection ends, and with it the request: nobody has to complete it. */
    private static Mono<Void> hangUp(ServerWebExchange exchange) {
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        response.withConnection(connection -> connection.channel().close());
        return Mono.never();
    }

    /** From 2.4 on. */
    private static boolean needsLicence(String version) {
        var parts = version.split("\\.", 3);
        var major = Integer.parseInt(parts[0]);
        return major > 2 || major == 2 && Integer.parseInt(parts[1]) >= 4;
    }
}
