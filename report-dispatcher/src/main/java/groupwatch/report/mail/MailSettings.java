package groupwatch.report.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are handed over.
 *
 * @param connectTimeLimit until the mail server has taken the connection
 * @param answerTimeLimit for each answer of the mail server, and for each part it takes
 * @param timeLimit for one attempt with everything, and with its wait for its turn
 * @param concurrency connections at once in this process
 * @param waiting mails that wait for their turn; one more is tried later
 */
@Validated
@ConfigurationProperties("groupwatch.report.mail")
public record MailSettings(
        @DefaultValue("10s") Duration connectTimeLimit,
        @DefaultValue("1m") Duration answerTimeLimit,
        @DefaultValue("3m") Duration timeLimit,
        @DefaultValue("4") @Min(1) @Max(64) int concurrency,
        @DefaultValue("500") @Min(1) int waiting,
        @DefaultValue @Valid BreakerSettings breaker) {

    public MailSettings {
        positive("connect-time-limit", connectTimeLimit);
        positive("answer-time-limit", answerTimeLimit);
        positive("time-limit", timeLimit);
    }

    /**
     * When a mail server that fails is left alone; other ones than the one that failed are not.
     *
     * @param window so many of the last attempts are looked at
     * @param attempts fewer say nothing yet
     * @param failures so many of a hundred failed: it is left alone
     * @param pause for so long, then two attempts try it
     */
    public record BreakerSettings(
            @DefaultValue("20") @Min(2) int window,
            @DefaultValue("6") @Min(1) int attempts,
            @DefaultValue("60") @Min(1) @Max(100) int failures,
            @DefaultValue("1m") Duration pause) {

        public BreakerSettings {
            positive("breaker.pause", pause);
        }
    }

    private static void positive(String property, Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "groupwatch.report.mail." + property + " takes a time as 30s, not " + time);
        }
    }
}
