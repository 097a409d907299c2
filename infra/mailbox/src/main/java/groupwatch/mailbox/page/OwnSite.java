package groupwatch.mailbox.page;

import groupwatch.kit.problem.ProblemException;
import groupwatch.mailbox.MailboxSettings;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * There is no login, so whoever can make this machine's browser ask could read along. Only this machine's own names are answered (a foreign
 * name that leads here is an attack: DNS rebinding), and no requests that pages of other sites make.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class OwnSite implements WebFilter {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> FRIENDLY = Set.of("same-origin", "none");

    private final Set<String> names;

    OwnSite(MailboxSettings settings) {
        this.names = Stream.concat(THIS_MACHINE.stream(), settings.hosts().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            var request = exchange.getRequest();
            if (!names.contains(name(request.getHeaders()))) {
                throw refused("wrong-host", "Ask for this page as http://127.0.0.1 or http://localhost.");
            }
            if (isForeign(request)) {
                throw refused("foreign-page", "Pages of other sites may not read mails.");
            }
            return chain.filter(exchange);
        });
    }

    private static String name(HttpHeaders headers) {
        InetSocketAddress host = headers.getHost();
        return host == null ? "" : host.getHostString().toLowerCase(Locale.ROOT);
    }

    /** A link that leads here is none; images of the closed frame have no site, and are nothing without the mail's id. */
    private static boolean isForeign(ServerHttpRequest request) {
        var site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site == null || FRIENDLY.contains(site)) {
            return false;
        }
        var to = request.getHeaders().getFirst("Sec-Fetch-Dest");
        return !"document".equals(to)
                && !("image".equals(to) && request.getPath().value().contains("/parts/"));
    }

    private static ProblemException refused(String slug, String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, slug, detail);
    }
}
