package groupwatch.events.report;

import java.time.Instant;
import java.util.Objects;

/** The mail server has taken a report for everybody who wants it; or there was nothing to say, or nobody to say it to. */
public record ReportSent(String eventId, Instant occurredAt, int schemaVersion, ReportRun run) implements ReportEvent {

    public ReportSent {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(run, "run");
    }
}
