package groupwatch.events.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody voted; it replaces their earlier vote.
 *
 * @param options names of the chosen ones; none = the vote was taken back or cannot be read
 */
public record PollVoted(
        String eventId,
        Instant occurredAt,
        int schemaVersion,
        Message message,
        Person voter,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> options,
        @Nullable Instant at)
        implements MessageEvent {

    public PollVoted {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(message, "message");
        options = options == null ? List.of() : List.copyOf(options);
    }
}
