package groupwatch.report.compose.page;

import groupwatch.report.compose.shown.Shown;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.Summarised;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the summaries of a day come to.
 *
 * @param first what to read first: what is urgent, else what the most telling group was about
 */
record Totals(int decisions, int todo, int urgent, @Nullable String first) {

    private static final int FIRST = 120;

    static Totals of(DailySummary day) {
        List<Summarised> all = day.groups().stream()
                .map(GroupDay::summarised)
                .filter(Objects::nonNull)
                .toList();
        return new Totals(
                all.stream().mapToInt(each -> each.decisions().size()).sum(),
                all.stream().mapToInt(each -> each.actionItems().size()).sum(),
                all.stream().mapToInt(each -> each.urgent().size()).sum(),
                Stream.concat(
                                all.stream().flatMap(each -> each.urgent().stream()),
                                all.stream().flatMap(each -> each.overview().stream()))
                        .map(statement -> Shown.text(statement.text(), FIRST))
                        .findFirst()
                        .orElse(null));
    }
}
