package groupwatch.simulator.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a REST call is about, seen from its address alone.
 *
 * @param path as it was called, without the query
 * @param endpoint the path without the instance
 * @param instance absent where the address names none
 */
record Asked(String path, String endpoint, @Nullable String instance) {

    private static final int NAMED = 4;

    static Asked of(ServerWebExchange exchange) {
        var path = exchange.getRequest().getURI().getRawPath();
        var parts = path.split("/", -1);
        if (parts.length == NAMED && !parts[NAMED - 1].isEmpty()) {
            var instance = URLDecoder.decode(parts[NAMED - 1].replace("+", "%2B"), StandardCharsets.UTF_8);
            return new Asked(path, "/" + parts[1] + "/" + parts[2], instance);
        }
        return new Asked(path, path, exchange.getRequest().getQueryParams().getFirst("instanceName"));
    }

    /** Whether it is the simulator that is asked, not the Evolution API it plays. */
    boolean ofSimulator() {
        return path.equals("/simulator") || path.startsWith("/simulator/");
    }
}
