package groupwatch.simulator.rest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Every answer says that nobody real is behind it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SimulatorMark implements WebFilter {

    static final String HEADER = "X-Groupwatch-Simulator";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set(HEADER, "true");
        return chain.filter(exchange);
    }
}
