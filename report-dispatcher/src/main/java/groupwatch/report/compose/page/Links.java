package groupwatch.report.compose.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The only addresses that a mail leads to, but for the unsubscribe page: those of the dashboard. */
final class Links {

    /** Ids are short; what is longer is none, and would fill the mail. */
    private static final int LONGEST_ID = 128;

    private final String base;

    Links(URI base) {
        this.base = base.toASCIIString();
    }

    String home() {
        return base;
    }

    String group(String jid) {
        // a segment of dots would lead out of the folder
        return jid.length() > LONGEST_ID || jid.isBlank() || jid.chars().allMatch(sign -> sign == '.')
                ? base
                : base + "/groups/" + encoded(jid);
    }

    String message(String jid, String message) {
        String group = group(jid);
        return group.equals(base) || message.length() > LONGEST_ID || message.isBlank()
                ? group
                : group + "?at=" + encoded(message);
    }

    private static String encoded(String id) {
        return UriUtils.encode(id, StandardCharsets.UTF_8);
    }
}
