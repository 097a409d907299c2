package groupwatch.events.report;

import java.time.Instant;
import java.util.Objects;

/**
 * A report did not reach somebody who wants it, and is not tried any more.
 *
 * @param reason in words a person can act on
 */
public record ReportFailed(String eventId, Instant occurredAt, int schemaVersion, ReportRun run, String reason)
        implements ReportEvent {

    public ReportFailed {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(reason, "reason");
    }
}
