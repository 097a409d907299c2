package groupwatch.report.run;

import groupwatch.report.plan.Report;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that was due.
 *
 * @param report as it was then
 * @param reason why it did not reach everybody, or why it is late
 */
record Run(
        UUID id,
        Report report,
        Instant dueAt,
        boolean byHand,
        Period period,
        RunState state,
        @Nullable Instant builtAt,
        @Nullable String reason,
        @Nullable Instant endedAt) {}
