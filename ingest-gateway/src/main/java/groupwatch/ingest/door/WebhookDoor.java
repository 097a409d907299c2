package groupwatch.ingest.door;

import groupwatch.ingest.IngestSettings;
import groupwatch.ingest.Refusal;
import groupwatch.ingest.Refusals;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets webhooks in that know a secret and come from an allowed address; of others not a byte of the body is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class WebhookDoor implements WebFilter {

    static final String TOKEN = "X-Webhook-Token";
    private static final String OLDER_TOKEN = "X-Whatsapp-Token";
    private static final String BEARER = "Bearer ";
    private static final PathPattern WEBHOOK = PathPatternParser.defaultInstance.parse("/webhook/**");

    private final WebhookSecrets secrets;
    private final EvolutionJwt jwt;
    private final List<SourceNetwork> sources;
    private final Refusals refusals;

    WebhookDoor(IngestSettings settings, Refusals refusals, Clock clock) {
        this.secrets = new WebhookSecrets(settings.secrets());
        this.jwt = new EvolutionJwt(settings.secrets(), settings.jwtLeeway(), clock);
        this.sources =
                settings.allowedSources().stream().map(SourceNetwork::parse).toList();
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!isWebhook(request)) {
            return chain.filter(exchange);
        }
        if (!isAllowedSource(request.getRemoteAddress())) {
            return refusals.refuse(Refusal.SOURCE_NOT_ALLOWED, "Webhooks are not taken from this address.");
        }
        if (!knowsSecret(request.getHeaders())) {
            return refusals.refuse(
                    Refusal.WRONG_SECRET,
                    "The webhook's secret is missing or wrong: send it as Authorization: Bearer, as X-Webhook-Token, as jwt_key"
                            + " or in the path.");
        }
        return chain.filter(exchange);
    }

    /**
     * Decided as the router decides, on decoded segments without their parameters: on the raw path {@code /webhook/evolutio%6E}
     * would pass by.
     */
    private static boolean isWebhook(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && WEBHOOK.matches(request.getPath().pathWithinApplication());
    }

    private boolean isAllowedSource(@Nullable InetSocketAddress remote) {
        if (sources.isEmpty()) {
            return true;
        }
        InetAddress address = remote == null ? null : remote.getAddress();
        return address != null && sources.stream().anyMatch(network -> network.contains(address));
    }

    private boolean knowsSecret(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return isSecret(headers, TOKEN)
                || isSecret(headers, OLDER_TOKEN)
                || (authorization != null && isBearer(authorization));
    }

    private boolean isSecret(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream().anyMatch(secrets::contain);
    }

    private boolean isBearer(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return secrets.contain(token) || jwt.accepts(token);
    }
}
