package groupwatch.watchdog;

import groupwatch.kit.database.DatabaseSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of the connection watchdog; those of its parts are beside them. */
@Validated
@ConfigurationProperties("groupwatch.watchdog")
public record WatchdogProperties(@Valid DatabaseSettings database) {}
