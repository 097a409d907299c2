package groupwatch.summary.show;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a group's messages are read.
 *
 * @param base before {@code /groups/…}: empty for a page of the same origin, or as {@code https://groupwatch.example.org}
 */
public record GroupAddress(String base) {

    private static final Pattern BASE = Pattern.compile("(?:https?://[A-Za-z0-9.:\\[\\]_-]+)?(?:/[A-Za-z0-9._~/-]*)?");

    public GroupAddress {
        if (!BASE.matcher(base).matches()) {
            throw new IllegalArgumentException(
                    "The address before /groups is empty, a path, or begins with http:// or https://");
        }
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Nothing in it needs escaping, in HTML or in Markdown. */
    String of(String group, String message) {
        return base + "/groups/" + encoded(group) + "?at=" + encoded(message);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
