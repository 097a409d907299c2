package groupwatch.store.export;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reading in bulk.
 *
 * @param atOnce how many run at once; each holds a database connection for some milliseconds a portion
 * @param longestWait how long a further one waits for its turn before it is sent away with 503
 * @param portion messages in memory at once, of each
 * @param stepTimeout longest time until a portion is there
 * @param readerTimeout longest time in which a reader takes nothing
 */
@Validated
@ConfigurationProperties("groupwatch.store.export")
record ExportProperties(
        @DefaultValue("2") @Min(1) @Max(100) int atOnce,
        @DefaultValue("2s") Duration longestWait,
        @DefaultValue("200") @Min(1) @Max(1000) int portion,
        @DefaultValue("30s") Duration stepTimeout,
        @DefaultValue("10m") Duration readerTimeout) {}
