package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Turn;
import groupwatch.summary.text.Tokens;

/** Tokens of a request before a vendor counts them. */
public final class Estimate {

    private Estimate() {}

    /** Rather too many. */
    public static TokenCount most(ModelRequest request) {
        long input = (long) Tokens.of(request.system())
                + request.turns().stream().map(Turn::text).mapToLong(Tokens::of).sum();
        return new TokenCount(input, request.maxTokens());
    }
}
