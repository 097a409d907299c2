package groupwatch.report.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a summary.
 *
 * @param who is to do it, of an action item
 * @param due as it was said, of an action item
 * @param day of whose summary it is, in a report of several days
 */
public record Statement(
        String text,
        @Nullable String who,
        @Nullable String due,
        @Nullable LocalDate day,
        List<Citation> citations) {

    public Statement {
        citations = List.copyOf(citations);
    }
}
