package groupwatch.simulator.rest;

import groupwatch.simulator.calls.CallLog;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Writes down every call but those to the simulator itself, with the time its answer took, errors included. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CallFilter implements WebFilter {

    private static final String WATCHER = "X-Groupwatch-Watcher";

    private final CallLog calls;
    private final ErrorAnswers errors;

    CallFilter(CallLog calls, ErrorAnswers errors) {
        this.calls = calls;
        this.errors = errors;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var asked = Asked.of(exchange);
        if (asked.ofSimulator()) {
            return chain.filter(exchange);
        }
        var begun = calls.now();
        return chain.filter(exchange)
                .onErrorResume(error -> errors.handle(exchange, error))
                .doFinally(ended -> log(exchange, asked, begun));
    }

    private void log(ServerWebExchange exchange, Asked asked, long begun) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        var status = response.isCommitted() ? response.getStatusCode() : null;
        calls.ended(
                asked.instance(),
                request.getMethod().name(),
                asked.path(),
                asked.endpoint(),
                request.getHeaders().getFirst(WATCHER),
                begun,
                status != null ? status.value() : response.isCommitted() ? 200 : 0);
    }
}
