package groupwatch.summary.model;

import groupwatch.events.summary.TokenCount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param model that answered, as its vendor names it
 * @param cost in US dollars; absent where the price is not known
 */
public record Completion(
        String text,
        Finish finish,
        String model,
        TokenCount tokens,
        @Nullable BigDecimal cost) {}
