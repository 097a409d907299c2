package groupwatch.dashboard.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The token of a request: {@code Authorization: Bearer}, or one of the header names of the older systems. */
final class RequestToken {

    private static final String BEARER = "Bearer ";

    private RequestToken() {}

    static @Nullable String of(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? authorization.substring(BEARER.length()).strip()
                    : authorization;
        }
        String api = headers.getFirst("X-Api-Token");
        return api != null ? api : headers.getFirst("X-Whatsapp-Token");
    }
}
