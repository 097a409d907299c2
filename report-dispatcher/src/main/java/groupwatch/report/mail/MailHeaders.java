package groupwatch.report.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The headers that a mail has besides from, to, subject, date and id; the same whichever way it goes. */
final class MailHeaders {

    static final int LONGEST_SUBJECT = 250;
    static final int LONGEST_NAME = 100;

    private static final int LONGEST_LINK = 900;

    private MailHeaders() {}

    /** In order; ASCII, folded where they are long. */
    static Map<String, String> of(Mail mail, MailAccount account) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        // answers of people who are away go nowhere (Exchange)
        headers.put("X-Auto-Response-Suppress", "All");
        if (mail.list() != null) {
            headers.put(
                    "List-Id",
                    HeaderText.phrase(mail.list(), LONGEST_NAME) + "\r\n <" + listId(mail.list()) + "."
                            + account.from().domain() + ">");
        }
        String link = link(mail.unsubscribe());
        if (link != null) {
            headers.put("List-Unsubscribe", "<" + link + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    /** Of the mail's key alone: the settings can change between two attempts. */
    static String messageId(Mail mail, SuiteDomain suite) {
        return "<" + atom(mail.key()) + "@" + suite.name() + ">";
    }

    /** Where it is used in angle brackets or quotes. */
    static String atom(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String listId(String name) {
        return "report-"
                + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    private static @Nullable String link(@Nullable URI uri) {
        if (uri == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            return null;
        }
        String link = uri.toASCIIString();
        return link.length() > LONGEST_LINK ? null : link;
    }
}
