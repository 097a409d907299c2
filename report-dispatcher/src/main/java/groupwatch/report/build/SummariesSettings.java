package groupwatch.report.build;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Summaries that are missing.
 *
 * @param patience longest wait of a report for those it asks for; what is not there then is named
 */
@ConfigurationProperties("groupwatch.report.summaries")
public record SummariesSettings(@DefaultValue("5m") Duration patience) {

    private static final Duration LONGEST = Duration.ofHours(1);

    public SummariesSettings {
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "groupwatch.report.summaries.patience takes a time of " + LONGEST + " at most, not " + patience);
        }
    }
}
