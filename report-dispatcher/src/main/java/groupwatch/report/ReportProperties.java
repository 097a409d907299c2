package groupwatch.report;

import groupwatch.kit.database.DatabaseSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of the report dispatcher; those of its parts are beside them. */
@Validated
@ConfigurationProperties("groupwatch.report")
public record ReportProperties(@Valid DatabaseSettings database) {}
