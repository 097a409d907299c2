package groupwatch.mailbox.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** The HTML of a mail with its own images where the browser finds them. Everything else stays as it is: the frame around it is what keeps it in. */
public final class ShownHtml {

    /** Where an address begins: an attribute's value or {@code url(…)}. */
    private static final Pattern IMAGE = Pattern.compile("(?i)([=(]\\s*[\"']?\\s*)cid:([^\"'\\s)>]+)");

    private ShownHtml() {}

    public static String of(String html, String id) {
        return IMAGE.matcher(html).replaceAll(found -> {
            var address = "/mails/" + id + "/parts/" + UriUtils.encode(decoded(found.group(2)), StandardCharsets.UTF_8);
            return java.util.regex.Matcher.quoteReplacement(found.group(1) + address);
        });
    }

    private static String decoded(String contentId) {
        try {
            return URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return contentId;
        }
    }
}
