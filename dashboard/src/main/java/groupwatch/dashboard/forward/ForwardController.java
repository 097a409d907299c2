package groupwatch.dashboard.forward;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import groupwatch.dashboard.access.EdgeCaller;
import groupwatch.kit.security.Caller;
import java.util.Map;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /api/**}: allow-list, scope, and on to the service. */
@RestController
class ForwardController {

    private final AllowList allowed;
    private final Forward forward;

    ForwardController(AllowList allowed, Forward forward) {
        this.allowed = allowed;
        this.forward = forward;
    }

    /** As the older system greeted; good for a first curl. */
    @GetMapping({"/api", "/api/"})
    Map<String, String> greet() {
        return Map.of("message", "Groupwatch API v1.0");
    }

    // all methods by name: without, the framework would answer OPTIONS itself, with methods that are not on the list
    @RequestMapping(
            path = "/api/{*path}",
            method = {GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS})
    Mono<Void> pass(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            ServerHttpRequest request = exchange.getRequest();
            PathContainer path = PlainPath.of(request.getURI().getRawPath());
            Route route = allowed.find(request.getMethod(), path);
            Caller caller = EdgeCaller.with(route.scope(), exchange);
            return forward.pass(request, exchange.getResponse(), route.service(), path.value(), caller);
        });
    }
}
