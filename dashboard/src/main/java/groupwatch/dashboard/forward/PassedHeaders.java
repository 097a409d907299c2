package groupwatch.dashboard.forward;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Which headers go through: all but those between two hops (RFC 9110 §7.6.1), credentials, and what a caller could pretend to be. */
final class PassedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Set<String> NOT_TO_SERVICES = Set.of(
            "authorization",
            "x-api-token",
            "x-whatsapp-token",
            "cookie",
            "host",
            "expect",
            "forwarded",
            "origin",
            "traceparent",
            "tracestate",
            "baggage");

    private static final Set<String> NOT_TO_CALLERS = Set.of("set-cookie", "server", "www-authenticate");

    private PassedHeaders() {}

    static void toService(HttpHeaders from, HttpHeaders to) {
        copy(from, to, NOT_TO_SERVICES);
    }

    static void toCaller(HttpHeaders from, HttpHeaders to) {
        copy(from, to, NOT_TO_CALLERS);
    }

    private static void copy(HttpHeaders from, HttpHeaders to, Set<String> kept) {
        Set<String> named = namedByConnection(from);
        from.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean stays = HOP_BY_HOP.contains(lower) || kept.contains(lower) || named.contains(lower);
            if (!stays && !lower.startsWith("x-forwarded-")) {
                to.put(name, List.copyOf(values));
            }
        });
    }

    private static Set<String> namedByConnection(HttpHeaders headers) {
        Set<String> names = new HashSet<>();
        headers.getConnection().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
