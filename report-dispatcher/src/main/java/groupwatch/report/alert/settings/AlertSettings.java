package groupwatch.report.alert.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Who is told of links, and when.
 *
 * @param recipients e-mail addresses, each mailbox once; empty: nobody is told
 * @param after how long a link is down until it is told
 * @param afterUrgent the same where only a person can help; no longer than the other
 * @param backAfter how long after an outage it is waited for what was filled in
 */
public record AlertSettings(
        List<String> recipients,
        Duration after,
        Duration afterUrgent,
        Duration backAfter,
        Locale language,
        ZoneId zone) {

    public AlertSettings {
        recipients = List.copyOf(recipients);
        afterUrgent = afterUrgent.compareTo(after) > 0 ? after : afterUrgent;
    }

    public boolean isFor(String recipient) {
        return recipients.stream().anyMatch(recipient::equalsIgnoreCase);
    }
}
