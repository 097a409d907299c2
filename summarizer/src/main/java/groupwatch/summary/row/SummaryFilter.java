package groupwatch.summary.row;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which summaries are listed.
 *
 * @param groups absent: of all
 * @param from first day
 * @param to day after the last
 * @param afterDay with {@code afterGroup} the last one of the page before
 */
public record SummaryFilter(
        @Nullable Set<String> groups,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate afterDay,
        String afterGroup) {}
