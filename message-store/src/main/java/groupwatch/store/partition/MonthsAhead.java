package groupwatch.store.partition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The months that are ready for messages, as 2026-01.
 *
 * @param created those of them that were not there before
 */
public record MonthsAhead(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> months,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> created) {

    static MonthsAhead of(Collection<YearMonth> wanted, Set<YearMonth> before) {
        return new MonthsAhead(
                wanted.stream().map(YearMonth::toString).toList(),
                wanted.stream()
                        .filter(month -> !before.contains(month))
                        .map(YearMonth::toString)
                        .toList());
    }
}
