package groupwatch.dashboard.health;

import groupwatch.dashboard.access.EdgeCaller;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code GET /health}, also as {@code /api/health}: one word for everybody, every service for who may know. 503 when webhooks are not kept. */
@RestController
class HealthController {

    private final AskServices services;

    HealthController(AskServices services) {
        this.services = services;
    }

    @GetMapping({"/health", "/api/health"})
    Mono<ResponseEntity<SuiteHealth>> health(ServerWebExchange exchange) {
        Caller caller = EdgeCaller.of(exchange);
        boolean whole = caller != null && caller.has(Scopes.SUITE_READ);
        return services.health().map(health -> answer(whole ? health : health.shortForm()));
    }

    private static ResponseEntity<SuiteHealth> answer(SuiteHealth health) {
        HttpStatus status = health.status() == SuiteHealth.State.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return ResponseEntity.status(status).body(health);
    }
}
