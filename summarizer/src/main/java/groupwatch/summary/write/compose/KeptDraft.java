package groupwatch.summary.write.compose;

import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of a part of a day, or of several parts together, after the checks.
 *
 * @param hash of what it was made of, and of how it was to be said
 * @param content by message ids, which stay what they are when the day's numbers move; empty where nothing was worth saying
 * @param model that answered
 * @param calls that it took
 * @param dropped sentences that were left out
 * @param cost in US dollars; absent where the price is not known
 */
public record KeptDraft(
        String hash,
        SummaryContent content,
        String model,
        int calls,
        int dropped,
        TokenCount tokens,
        @Nullable BigDecimal cost) {

    static KeptDraft of(String hash, SummaryContent content, Tally tally) {
        return new KeptDraft(
                hash, content, tally.model(), tally.calls(), tally.dropped(), tally.tokens(), tally.cost());
    }

    Tally tally() {
        return new Tally(calls, dropped, tokens, cost, model);
    }
}
