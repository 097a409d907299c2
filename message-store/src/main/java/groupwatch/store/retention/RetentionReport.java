package groupwatch.store.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits, and what a run would delete now.
 *
 * @param retentionDays of the suite; absent: for ever
 * @param keptSince the first moment kept of what has no limit of its own; absent: for ever
 * @param groups with a limit of their own, in the order of their JIDs
 * @param lastRun absent before the first, and for a caller limited to groups
 */
record RetentionReport(
        @Nullable RetentionDays retentionDays,
        @Nullable Instant keptSince,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<GroupLimit> groups,
        Due due,
        @Nullable RetentionRun lastRun) {

    /** @param keptSince absent: for ever */
    record GroupLimit(
            String jid,
            RetentionDays retentionDays,
            @Nullable Instant keptSince) {}

    /**
     * What would go.
     *
     * @param messages of all chats
     * @param facts that wait for a message which never came; absent for a caller limited to groups
     * @param months that would be dropped, as 2026-01
     * @param directChats all of them together; absent where none of theirs would go
     */
    record Due(
            long messages,
            @Nullable Long facts,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> months,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<GroupDue> groups,
            @Nullable DirectDue directChats) {}

    record GroupDue(String jid, long messages, Instant oldest) {}

    record DirectDue(long messages, Instant oldest) {}
}
