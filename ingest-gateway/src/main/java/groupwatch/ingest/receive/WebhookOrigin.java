package groupwatch.ingest.receive;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a webhook came from, as far as the request around it tells.
 *
 * @param path without a secret
 * @param address of the sender or of the proxy before us
 * @param event last segment behind {@code /webhook/evolution}, when Evolution names events in paths
 */
record WebhookOrigin(String path, String address, @Nullable String event) {

    /** {@code /}, {@code webhook}, {@code /}, {@code evolution} */
    private static final int ELEMENTS_BEFORE_EVENT = 4;

    static WebhookOrigin of(ServerHttpRequest request) {
        PathContainer path = request.getPath();
        InetSocketAddress remote = request.getRemoteAddress();
        String address = remote == null ? "unknown" : remote.getAddress().getHostAddress();
        return new WebhookOrigin(path.value(), address, event(path.elements()));
    }

    private static @Nullable String event(List<PathContainer.Element> elements) {
        return elements.stream()
                .skip(ELEMENTS_BEFORE_EVENT)
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(PathContainer.Element::value)
                .reduce((before, last) -> last)
                .orElse(null);
    }
}
