package groupwatch.report.alert.settings;

import groupwatch.report.mail.MailAddress;
import groupwatch.report.mail.MailAddress.BadAddressException;
import groupwatch.report.plan.Languages;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of links until somebody chooses otherwise, and what cannot be chosen.
 *
 * @param recipients e-mail addresses; none: nobody is told
 * @param after how long a link is down until it is told
 * @param afterUrgent the same where only a person can help
 * @param backAfter how long after an outage it is waited for what was filled in
 * @param giveUpAfter how long a mail is tried that the mail server does not take
 * @param language absent: as reports
 * @param zone absent: as reports
 */
@ConfigurationProperties("groupwatch.report.alert")
public record AlertProperties(
        @DefaultValue List<String> recipients,
        @DefaultValue("10m") Duration after,
        @DefaultValue("1m") Duration afterUrgent,
        @DefaultValue("30m") Duration backAfter,
        @DefaultValue("24h") Duration giveUpAfter,
        @Nullable Locale language,
        @Nullable ZoneId zone) {

    static final Duration LONGEST = Duration.ofDays(7);

    public AlertProperties {
        recipients = recipients.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(AlertProperties::checked)
                .toList();
        limited("after", after);
        limited("after-urgent", afterUrgent);
        limited("back-after", backAfter);
        limited("give-up-after", giveUpAfter);
        if (language != null && !Languages.SPOKEN.contains(language.getLanguage())) {
            throw wrong("language", "takes one of " + String.join(", ", Languages.SPOKEN) + ", also as pt-BR");
        }
    }

    private static String checked(String address) {
        try {
            return MailAddress.of(address).toString();
        } catch (BadAddressException error) {
            throw wrong("recipients", "takes addresses as ops@example.org: " + address + " " + error.why());
        }
    }

    private static void limited(String name, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw wrong(name, "takes 0s to 7d");
        }
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("groupwatch.report.alert." + name + " " + why);
    }
}
