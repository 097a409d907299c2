package groupwatch.dashboard.access;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Headers of every answer: what a browser must not do with it, since content is what strangers wrote. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseHygiene implements WebFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'";
    private static final String IN_NO_FRAME = "frame-ancestors 'none'; ";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            harden(exchange.getResponse().getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private static void harden(HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(POLICY, IN_NO_FRAME + policy(headers));
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (headers.getCacheControl() == null) {
            headers.setCacheControl("no-store");
        }
    }

    /** A page has its own, to show more than bare text, as long as it begins with nothing and names what it adds. */
    private static String policy(HttpHeaders headers) {
        List<String> own = headers.getOrEmpty(POLICY);
        boolean isPage = MediaType.TEXT_HTML.isCompatibleWith(headers.getContentType());
        return isPage && own.size() == 1 && own.getFirst().startsWith(NOTHING) ? own.getFirst() : NOTHING;
    }
}
