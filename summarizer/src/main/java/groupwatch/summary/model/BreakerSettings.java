package groupwatch.summary.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a vendor that fails is left alone.
 *
 * @param window so many of the last calls are looked at
 * @param calls fewer say nothing yet
 * @param failures so many of a hundred failed: it is left alone
 * @param pause for so long, then two calls try it
 */
public record BreakerSettings(
        @DefaultValue("20") @Min(2) int window,
        @DefaultValue("8") @Min(1) int calls,
        @DefaultValue("60") @Min(1) @Max(100) int failures,
        @DefaultValue("30s") Duration pause) {

    public BreakerSettings {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException(
                    "groupwatch.summary.model.breaker.pause takes a time as 30s, not " + pause);
        }
    }
}
