package groupwatch.watchdog.code;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How codes are shown.
 *
 * @param validFor how long a code is good; Evolution makes a new one every 45 seconds
 * @param patience longest wait for a code when none is there
 * @param listeners streams of one account at once, for each replica
 */
@Validated
@ConfigurationProperties("groupwatch.watchdog.code")
record CodeProperties(
        @DefaultValue("50s") Duration validFor,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("20") @Min(1) int listeners) {}
