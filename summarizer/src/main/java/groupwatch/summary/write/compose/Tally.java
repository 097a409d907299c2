package groupwatch.summary.write.compose;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Completion;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it took.
 *
 * @param dropped sentences that were left out
 * @param cost absent where that of any call is
 * @param model that answered last
 */
record Tally(
        int calls, int dropped, TokenCount tokens, @Nullable BigDecimal cost, String model) {

    static final Tally NOTHING = new Tally(0, 0, TokenCount.NONE, BigDecimal.ZERO, "");

    static Tally of(Completion completion) {
        return new Tally(1, 0, completion.tokens(), completion.cost(), completion.model());
    }

    Tally plus(Tally other) {
        return new Tally(
                calls + other.calls,
                dropped + other.dropped,
                tokens.plus(other.tokens),
                cost == null || other.cost == null ? null : cost.add(other.cost),
                other.model.isEmpty() ? model : other.model);
    }

    Tally dropping(int sentences) {
        return new Tally(calls, dropped + sentences, tokens, cost, model);
    }
}
