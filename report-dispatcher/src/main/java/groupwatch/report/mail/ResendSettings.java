package groupwatch.report.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Resend is asked. Its key is the password of the e-mail settings.
 *
 * @param url of the API
 * @param perSecond requests at most, of this process; Resend counts those of all replicas together
 * @param timeLimit for one request
 * @param daily mails that the account's plan allows in 24 hours; 0: no limit. Only shown: Resend keeps the limit itself
 * @param monthly mails that it allows in a month; 0: no limit. Only shown
 */
@Validated
@ConfigurationProperties("groupwatch.report.resend")
public record ResendSettings(
        @DefaultValue("https://api.resend.com") URI url,
        @DefaultValue("2") @Min(1) @Max(1000) int perSecond,
        @DefaultValue("30s") Duration timeLimit,
        @DefaultValue("100") @Min(0) long daily,
        @DefaultValue("3000") @Min(0) long monthly) {

    public ResendSettings {
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "groupwatch.report.resend.url takes an address as https://api.resend.com, not " + url);
        }
        if (timeLimit.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "groupwatch.report.resend.time-limit takes a time as 30s, not " + timeLimit);
        }
    }
}
