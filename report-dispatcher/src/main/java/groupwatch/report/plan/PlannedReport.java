package groupwatch.report.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report, and where it stands.
 *
 * @param nextDueAt absent while it is paused
 * @param previousUntil end of the period of its last run; absent when there was none
 */
public record PlannedReport(
        Report report,
        @Nullable Instant nextDueAt,
        @Nullable Instant previousUntil) {}
