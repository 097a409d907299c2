package groupwatch.dashboard.access;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import io.github.bucket4j.ConsumptionProbe;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Knows who calls before anything else is done for them. Without a token there are only the greeting at {@code /api}, the short health and
 * the probes; meters and the rest of the actuator are for {@code suite:read}, because this port faces the world.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class EdgeDoor implements WebFilter {

    private static final Set<String> GREETING = Set.of("/api", "/api/");
    private static final Set<String> HEALTH = Set.of("/health", "/api/health");
    /** A link to one file, or out of a report's recipients, carries its own signature, which the service checks. */
    private static final Pattern LINK = Pattern.compile("/api/(?:media/link|unsubscribe)/[A-Za-z0-9._-]+");

    /** Who comes with a link: somebody who may do nothing else. */
    private static final Caller GUEST = new Caller("link", Set.of(), Set.of());

    private static final String PROBES = "/actuator/health";

    private final KnownCallers callers;

    EdgeDoor(KnownCallers callers) {
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (isOpen(path)) {
            return chain.filter(exchange);
        }
        if (LINK.matcher(path).matches()) {
            exchange.getAttributes().put(EdgeCaller.ATTRIBUTE, GUEST);
            return chain.filter(exchange);
        }
        String token = RequestToken.of(exchange.getRequest().getHeaders());
        if (token == null && HEALTH.contains(path)) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> {
            Caller caller = admit(token);
            if (isInside(path)) {
                EdgeCaller.require(caller, Scopes.SUITE_READ);
            }
            exchange.getAttributes().put(EdgeCaller.ATTRIBUTE, caller);
            return chain.filter(exchange);
        });
    }

    /** Without a token: what is named here as it is written. Anything spelled otherwise is somebody trying doors. */
    private static boolean isOpen(String path) {
        return GREETING.contains(path) || path.equals(PROBES) || path.startsWith(PROBES + "/");
    }

    private static boolean isInside(String path) {
        return !path.startsWith("/api/") && !HEALTH.contains(path);
    }

    private Caller admit(@Nullable String token) {
        KnownCaller known = token == null ? null : callers.byToken(token);
        if (known == null) {
            throw new ProblemException(
                            HttpStatus.UNAUTHORIZED,
                            "unauthorized",
                            token == null ? "Send a token as Authorization: Bearer." : "This token is not known here.")
                    .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        ConsumptionProbe probe = known.rate().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new ProblemException(
                            HttpStatus.TOO_MANY_REQUESTS, "rate-limit", "This token has used up its rate for now.")
                    .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return known.caller();
    }
}
