package groupwatch.summary;

import groupwatch.kit.database.DatabaseSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of the summarizer; those of its parts are beside them. */
@Validated
@ConfigurationProperties("groupwatch.summary")
public record SummarizerProperties(@Valid DatabaseSettings database) {}
