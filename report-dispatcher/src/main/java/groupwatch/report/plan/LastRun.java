package groupwatch.report.plan;

import java.time.Instant;

/**
 * The newest run of a report.
 *
 * @param status its state, by its word
 */
public record LastRun(Instant at, String status) {}
