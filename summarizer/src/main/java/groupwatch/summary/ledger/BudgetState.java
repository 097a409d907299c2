package groupwatch.summary.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of the day's budget is spent.
 *
 * @param spentUsd as far as prices are known
 * @param dailyUsd limit; absent: none
 * @param dailyTokens limit; absent: none
 * @param resetsAt when the next day begins, with a new budget
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetState(
        Level level,
        BigDecimal spentUsd,
        long spentTokens,
        @Nullable BigDecimal dailyUsd,
        @Nullable Long dailyTokens,
        Instant resetsAt) {

    /** Whether anything may be asked. */
    public enum Level {
        OK,
        /** Most of it is spent. */
        WARNED,
        /** Nothing is asked until the next day. */
        SPENT;

        /** The word in JSON and meters. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static BudgetState of(BudgetSettings limits, Spent spent, Instant resetsAt) {
        return new BudgetState(
                level(limits, spent), spent.usd(), spent.tokens(), limits.dailyUsd(), limits.dailyTokens(), resetsAt);
    }

    private static Level level(BudgetSettings limits, Spent spent) {
        double share = share(limits, spent);
        if (share >= 1) {
            return Level.SPENT;
        }
        return share >= limits.warnAt().doubleValue() && !limits.unlimited() ? Level.WARNED : Level.OK;
    }

    /** The larger share of both limits; 1 is all of it. */
    static double share(BudgetSettings limits, Spent spent) {
        BigDecimal usd = limits.dailyUsd();
        Long tokens = limits.dailyTokens();
        return Math.max(
                usd == null ? 0 : share(spent.usd(), usd),
                tokens == null ? 0 : share(BigDecimal.valueOf(spent.tokens()), BigDecimal.valueOf(tokens)));
    }

    private static double share(BigDecimal spent, BigDecimal limit) {
        return limit.signum() == 0
                ? 1
                : spent.divide(limit, MathContext.DECIMAL32).doubleValue();
    }
}
