package groupwatch.events.link;

import groupwatch.events.PublishedEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an account is linked now. Never holds a code to link it with.
 *
 * @param revision grows with every change of an account's link: of two, the higher one is true
 * @param before its status until then; absent for the first
 * @param changed which fields of {@code link} differ from the last time
 */
public record LinkState(
        String eventId,
        Instant occurredAt,
        int schemaVersion,
        long revision,
        Link link,
        @Nullable LinkStatus before,
        Set<String> changed)
        implements PublishedEvent {

    public LinkState {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(link, "link");
        changed = changed == null ? Set.of() : new TreeSet<>(changed);
    }
}
