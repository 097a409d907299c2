package groupwatch.report.plan;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for reports that say nothing else, and how many there may be.
 *
 * @param zone absent: the machine's
 * @param language of their words: en, pt, es, it or de, also as pt-BR
 * @param mostReports in the whole suite
 */
@ConfigurationProperties("groupwatch.report")
public record PlanSettings(
        @Nullable ZoneId zone,
        @DefaultValue("en") Locale language,
        @DefaultValue("200") int mostReports) {

    public PlanSettings {
        zone = zone == null ? ZoneId.systemDefault() : zone;
        if (!Languages.SPOKEN.contains(language.getLanguage())) {
            throw new IllegalArgumentException("groupwatch.report.language takes one of "
                    + String.join(", ", Languages.SPOKEN) + ", also as pt-BR");
        }
        if (mostReports < 1) {
            throw new IllegalArgumentException("groupwatch.report.most-reports takes 1 or more");
        }
    }

    public ZoneId usualZone() {
        return Objects.requireNonNull(zone);
    }
}
