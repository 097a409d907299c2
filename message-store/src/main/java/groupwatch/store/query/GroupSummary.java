package groupwatch.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group in the list of groups. What counts as a message is what a person said.
 *
 * @param name absent until an event has told it
 * @param participantCount people who are in it, as far as known
 * @param lastActivity when the newest message was sent
 * @param messagesToday since midnight in the time zone asked for
 * @param messages7Days today and the six days before
 * @param sparkline messages a day of the last 14 days, today last
 * @param monitored whether its messages are kept
 * @param instances the linked accounts that are in it
 */
record GroupSummary(
        String jid,
        @Nullable String name,
        int participantCount,
        @Nullable Instant lastActivity,
        long messagesToday,
        long messages7Days,
        List<Long> sparkline,
        boolean monitored,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> instances) {

    static final int DAYS = 14;
    private static final int WEEK = 7;

    /** @param days messages of each of the last {@link #DAYS} days, today last */
    static GroupSummary of(
            String jid,
            @Nullable String name,
            int participantCount,
            @Nullable Instant lastActivity,
            List<Long> days,
            boolean monitored,
            List<String> instances) {
        return new GroupSummary(
                jid,
                name,
                participantCount,
                lastActivity,
                days.getLast(),
                days.subList(DAYS - WEEK, DAYS).stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                days,
                monitored,
                instances);
    }
}
