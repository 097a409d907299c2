package groupwatch.summary.row;

/**
 * A summary in a list.
 *
 * @param stale whether its day's messages may have changed since
 */
public record ListedSummary(SummaryVersion version, boolean stale) {}
