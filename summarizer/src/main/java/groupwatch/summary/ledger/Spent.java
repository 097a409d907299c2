package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of both, dollars and tokens. */
record Spent(BigDecimal usd, long tokens) {

    static final Spent NOTHING = new Spent(BigDecimal.ZERO, 0);

    static Spent of(@Nullable BigDecimal usd, TokenCount tokens) {
        return new Spent(usd == null ? BigDecimal.ZERO : usd, tokens.input() + tokens.output());
    }

    Spent plus(Spent other) {
        return new Spent(usd.add(other.usd), tokens + other.tokens);
    }

    Spent minus(Spent other) {
        return new Spent(usd.subtract(other.usd), tokens - other.tokens);
    }
}
