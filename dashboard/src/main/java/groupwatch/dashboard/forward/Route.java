package groupwatch.dashboard.forward;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the allow-list. A variable stands for one whole segment.
 *
 * @param scope absent: any token will do
 */
record Route(
        HttpMethod method,
        PathPattern path,
        String service,
        @Nullable String scope) {

    static Route of(HttpMethod method, String path, String service, @Nullable String scope) {
        return new Route(method, PathPatternParser.defaultInstance.parse(path), service, scope);
    }

    boolean matches(PathContainer candidate) {
        return path.matches(candidate);
    }
}
