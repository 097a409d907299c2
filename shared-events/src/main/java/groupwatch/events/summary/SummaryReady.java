package groupwatch.events.summary;

import groupwatch.events.PublishedEvent;
import java.time.Instant;
import java.util.Objects;

/** The summary of a group's day is written, or written anew. */
public record SummaryReady(String eventId, Instant occurredAt, int schemaVersion, Summary summary)
        implements PublishedEvent {

    public SummaryReady {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(summary, "summary");
    }
}
