package groupwatch.media;

import groupwatch.kit.database.DatabaseSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of the media worker. */
@Validated
@ConfigurationProperties("groupwatch.media")
public record MediaWorkerProperties(@Valid DatabaseSettings database) {}
