package groupwatch.report.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups that were unusual against their own rhythm.
 *
 * @param watched groups of the report
 */
public record ActivityAlert(Period period, int watched, List<Unusual> silent, List<Unusual> loud, Coverage coverage)
        implements ReportContent {

    public ActivityAlert {
        silent = List.copyOf(silent);
        loud = List.copyOf(loud);
    }

    /**
     * An unusual group.
     *
     * @param messages that day
     * @param usual messages on such a day
     * @param days in a row that it is so, this one included
     */
    public record Unusual(
            GroupRef group,
            long messages,
            long usual,
            int days,
            @Nullable Instant lastMessageAt) {}

    @Override
    @JsonIgnore
    public boolean isEmpty() {
        return silent.isEmpty() && loud.isEmpty();
    }
}
