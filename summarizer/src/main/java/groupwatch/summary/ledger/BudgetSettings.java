package groupwatch.summary.ledger;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What language models may cost in a day, all replicas together.
 *
 * @param dailyUsd US dollars; absent: no limit. Takes models whose price is known
 * @param dailyTokens read and written; absent: no limit
 * @param warnAt of a limit, a warning is given from here on
 * @param zone by whose clock a day begins
 */
@Validated
@ConfigurationProperties("groupwatch.summary.budget")
public record BudgetSettings(
        @Nullable @DecimalMin("0") BigDecimal dailyUsd,
        @Nullable @Min(0) Long dailyTokens,

        @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("1")
        BigDecimal warnAt,

        @DefaultValue("UTC") ZoneId zone) {

    boolean unlimited() {
        return dailyUsd == null && dailyTokens == null;
    }
}
