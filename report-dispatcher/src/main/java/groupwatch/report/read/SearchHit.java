package groupwatch.report.read;

import groupwatch.report.content.GroupRef;
import groupwatch.report.content.KeywordAlert.Mark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a group that a search found.
 *
 * @param sender name, else phone number
 * @param text in which the first of what was found is; else the message's own
 * @param marks what was found in that text
 */
public record SearchHit(
        GroupRef group,
        String message,
        @Nullable String sender,
        @Nullable Instant sentAt,
        boolean revoked,
        String text,
        List<Mark> marks) {

    public SearchHit {
        marks = List.copyOf(marks);
    }
}
