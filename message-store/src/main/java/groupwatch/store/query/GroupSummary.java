package groupwatch.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group in the list of groups.
 *
 * @param name absent until an event has told it
 * @param participantCount people who are in it, as far as known
 * @param lastActivity when the newest message was sent
 * @param messagesToday messages sent since midnight UTC
 * @param monitored whether its messages are kept
 * @param instances the linked accounts that are in it
 */
record GroupSummary(
        String jid,
        @Nullable String name,
        int participantCount,
        @Nullable Instant lastActivity,
        long messagesToday,
        boolean monitored,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> instances) {}
