package groupwatch.report.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report whose time has come.
 *
 * @param dueAt the earliest time that has not been run
 * @param previousUntil end of the period of its last run; absent when there was none
 */
public record DueReport(
        Report report, Instant dueAt, @Nullable Instant previousUntil) {}
