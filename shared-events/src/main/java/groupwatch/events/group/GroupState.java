package groupwatch.events.group;

import groupwatch.events.PublishedEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole state of a group, and which of its fields changed.
 *
 * @param changed names of the fields of {@link Group}, sorted; empty = told again
 */
public record GroupState(String eventId, Instant occurredAt, int schemaVersion, Group group, Set<String> changed)
        implements PublishedEvent {

    public GroupState {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(group, "group");
        changed = changed == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(changed));
    }
}
