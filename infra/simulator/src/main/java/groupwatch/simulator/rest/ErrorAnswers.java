package groupwatch.simulator.rest;

import groupwatch.simulator.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Every error leaves in Evolution's shape. */
@Component
@Order(-2)
class ErrorAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        var answer = evolutionsOwn(exchange, error);
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        var body = response.bufferFactory().wrap(Json.write(answer.json()));
        return response.writeWith(Mono.just(body));
    }

    private static EvolutionException evolutionsOwn(ServerWebExchange exchange, Throwable error) {
        if (error instanceof EvolutionException known) {
            return known;
        }
        if (error instanceof ResponseStatusException web) {
            var request = exchange.getRequest();
            var code = web.getStatusCode();
            if (code.equals(HttpStatus.NOT_FOUND) || code.equals(HttpStatus.METHOD_NOT_ALLOWED)) {
                return EvolutionException.notFound(
                        "Cannot " + request.getMethod() + " " + request.getURI().getRawPath());
            }
            return EvolutionException.badRequest(String.valueOf(web.getReason()));
        }
        log.error("a request failed", error);
        return EvolutionException.unexpected(String.valueOf(error.getMessage()));
    }
}
