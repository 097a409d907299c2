package groupwatch.summary.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groupwatch.events.summary.Summary;
import groupwatch.summary.row.SummaryVersion;

/**
 * A summary as the API shows it.
 *
 * @param stale whether messages of its day came, changed or were revoked since; it is written anew on the next run
 * @param withdrawn sentences taken out since, for what they rest on was revoked or edited
 */
record ShownSummary(
        @JsonUnwrapped Summary summary,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean stale,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int withdrawn) {

    static ShownSummary of(SummaryVersion version, boolean stale) {
        return new ShownSummary(version.summary(), stale, version.withdrawn());
    }
}
