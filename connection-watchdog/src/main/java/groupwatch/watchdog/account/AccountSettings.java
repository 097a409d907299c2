package groupwatch.watchdog.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which accounts there may be.
 *
 * @param limit how many
 * @param names instances at {@code groupwatch.evolution.url} that are accounts from the start: what is there is adopted, its link untouched
 */
@Validated
@ConfigurationProperties("groupwatch.watchdog.accounts")
record AccountSettings(
        @DefaultValue("5") @Min(1) @Max(1000) int limit,
        @DefaultValue List<String> names) {}
