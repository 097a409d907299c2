package groupwatch.events.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An appointment announced in a chat. */
public record CalendarEvent(
        @Nullable String name,
        @Nullable String description,
        @Nullable Instant startsAt,
        @Nullable Location location,
        @Nullable String joinLink,
        boolean cancelled) {}
