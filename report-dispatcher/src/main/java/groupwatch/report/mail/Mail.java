package groupwatch.report.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient. Who it is from is the settings' affair.
 *
 * @param key the same for each attempt at this mail and for no other: letters, digits and hyphens. Message-ID and idempotency key are made of it
 * @param date the same for each attempt
 * @param list the report's name, for mail programs that sort by lists; absent for mails that are none
 * @param unsubscribe where one click ends it (RFC 8058); absent for mails that nobody subscribes to
 */
public record Mail(
        String key,
        Instant date,
        String to,
        String subject,
        String html,
        String text,
        List<InlineImage> images,
        @Nullable String list,
        @Nullable URI unsubscribe) {

    public Mail {
        images = List.copyOf(images);
    }
}
