package groupwatch.summary.write;

import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A summary that passed the checks.
 *
 * @param provider {@link groupwatch.events.summary.Summary#EXTRACTIVE}, or whose model
 * @param calls of the model
 * @param parts the day was read in; 1 when it was read at once
 * @param dropped sentences left out because they cited no message of the transcript
 * @param cost in US dollars; absent where a price is not known
 */
public record Written(
        SummaryContent content,
        String provider,
        String model,
        int calls,
        int parts,
        int dropped,
        TokenCount tokens,
        @Nullable BigDecimal cost) {}
