package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Turn;

/** Tokens of a text, before or without a vendor's count. */
public final class Estimate {

    private static final int LETTERS_OF_A_TOKEN = 3;

    private Estimate() {}

    /** Rather too many. */
    public static long tokens(long letters) {
        return (letters + LETTERS_OF_A_TOKEN - 1) / LETTERS_OF_A_TOKEN;
    }

    /** What is sent, and the longest answer allowed. */
    public static TokenCount most(ModelRequest request) {
        long letters = request.system().length()
                + request.turns().stream()
                        .map(Turn::text)
                        .mapToLong(String::length)
                        .sum();
        return new TokenCount(tokens(letters), request.maxTokens());
    }
}
