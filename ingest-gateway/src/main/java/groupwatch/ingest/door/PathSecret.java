package groupwatch.ingest.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Takes the secret out of the path ({@code /webhook/{secret}/evolution…}, for Evolution's global webhook, which sends no headers) and
 * puts it into the header the others use. This happens before anything else sees the request, so no log, problem, metric or trace can
 * show it.
 */
@Component
class PathSecret implements HttpHandlerDecoratorFactory {

    private static final String PREFIX = "/webhook/";
    private static final String SEGMENT = "evolution";

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(withoutSecret(request), response);
    }

    private static ServerHttpRequest withoutSecret(ServerHttpRequest request) {
        URI uri = request.getURI();
        String secret = secretOf(uri.getRawPath());
        if (secret == null) {
            return request;
        }
        String rest = uri.getRawPath().substring(PREFIX.length() + secret.length() + 1);
        return request.mutate()
                .path(PREFIX + rest)
                .headers(headers -> headers.add(WebhookDoor.TOKEN, UriUtils.decode(secret, StandardCharsets.UTF_8)))
                .build();
    }

    /** The segment before {@code evolution}, as written; absent when that follows {@code /webhook/} at once. */
    private static @Nullable String secretOf(String path) {
        if (!path.startsWith(PREFIX)) {
            return null;
        }
        String[] segments = path.substring(PREFIX.length()).split("/", 3);
        boolean named = segments.length > 1 && !segments[0].equals(SEGMENT) && segments[1].equals(SEGMENT);
        return named && !segments[0].isEmpty() ? segments[0] : null;
    }
}
