package groupwatch.summary.row;

import groupwatch.events.summary.Summary;
import groupwatch.summary.write.Length;
import java.util.Map;

/**
 * A version of a summary as it is kept.
 *
 * @param sources cited message id to the fingerprint of its words
 * @param calls of a model that it took
 * @param parts in which the day was read
 * @param withdrawn sentences taken out since, for what they rest on was revoked or edited
 * @param announced whether the topic was told
 */
public record SummaryVersion(
        Summary summary,
        Length length,
        Map<String, String> sources,
        int calls,
        int parts,
        int withdrawn,
        boolean announced) {

    public SummaryVersion {
        sources = Map.copyOf(sources);
    }
}
