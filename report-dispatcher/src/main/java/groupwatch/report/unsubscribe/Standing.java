package groupwatch.report.unsubscribe;

import java.util.List;

/** How somebody stands to a report. */
enum Standing {
    /** They get it. */
    SENT,
    /** They ended it. */
    ENDED,
    /** They ended all reports. */
    ALL_ENDED,
    /** It was ended for them by hand; they cannot undo that. */
    ENDED_BY_HAND;

    static Standing of(List<Suppression> suppressions) {
        if (suppressions.isEmpty()) {
            return SENT;
        }
        if (suppressions.stream().anyMatch(suppression -> suppression.how() == How.BY_HAND)) {
            return ENDED_BY_HAND;
        }
        return suppressions.stream().anyMatch(suppression -> suppression.report() == null) ? ALL_ENDED : ENDED;
    }
}
