package groupwatch.kit.health;

import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.ReactiveHealthEndpointWebExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /health}: the state of everything this service needs; 200 when all is well, 503 when something is not. */
@RestController
final class ServiceHealthController {

    private final ReactiveHealthEndpointWebExtension health;

    ServiceHealthController(ReactiveHealthEndpointWebExtension health) {
        this.health = health;
    }

    @GetMapping("/health")
    Mono<ResponseEntity<HealthDescriptor>> health() {
        return health.health(ApiVersion.V3, WebServerNamespace.SERVER, SecurityContext.NONE, true)
                .map(ServiceHealthController::answer);
    }

    private static ResponseEntity<HealthDescriptor> answer(WebEndpointResponse<? extends HealthDescriptor> health) {
        return ResponseEntity.status(health.getStatus()).body(health.getBody());
    }
}
