package groupwatch.dashboard.forward;

import groupwatch.kit.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;

/**
 * A path that every server on the way reads alike. Encoded JIDs pass unchanged; what one server could take for a way up or for another
 * segment (dots, encoded or doubled slashes, backslashes, parameters, control characters) is 404, so that nothing gets around the allow-list.
 */
final class PlainPath {

    private static final String API = "/api";

    private static final Pattern AMBIGUOUS = Pattern.compile("//|\\\\|;|%2f|%5c|%3b|%25|%0|%1|%7f");
    private static final Pattern DOTS = Pattern.compile("(?:^|/)(?:\\.|%2e){1,2}(?:/|$)");

    private PlainPath() {}

    /** @return the path behind {@code /api}, as written */
    static PathContainer of(String rawPath) {
        String path = rawPath.substring(API.length());
        String lower = path.toLowerCase(Locale.ROOT);
        if (AMBIGUOUS.matcher(lower).find() || DOTS.matcher(lower).find()) {
            throw ProblemException.notFound("There is nothing at this path.");
        }
        return PathContainer.parsePath(path);
    }
}
