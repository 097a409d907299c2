package groupwatch.report.build;

import groupwatch.report.content.Coverage;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.Silent;
import groupwatch.report.content.DailySummary.Summarised;
import groupwatch.report.plan.Report;
import groupwatch.report.read.GroupStats;
import groupwatch.report.schedule.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a group's day.
 *
 * @param day absent when it had nothing
 * @param silent absent when that is usual
 */
record DayTold(
        GroupStats stats, @Nullable GroupDay day, @Nullable Silent silent) {

    private static final int HOURS = 24;

    /** What is urgent first, then where most was decided or is to be done, then where most was said. */
    private static final Comparator<GroupDay> MOST_TELLING = Comparator.<GroupDay>comparingInt(
                    day -> count(day, said -> said.urgent().size()) > 0 ? 0 : 1)
            .thenComparing(Comparator.<GroupDay>comparingInt(day -> count(
                            day,
                            said -> said.decisions().size() + said.actionItems().size()))
                    .reversed())
            .thenComparing(Comparator.comparingLong(GroupDay::messages).reversed())
            .thenComparing(day -> day.group().jid());

    private static int count(GroupDay day, ToIntFunction<Summarised> what) {
        return day.summarised() == null ? 0 : what.applyAsInt(day.summarised());
    }

    static DailySummary report(Report report, Period period, List<DayTold> told, Coverage coverage) {
        return new DailySummary(
                period,
                told.stream().mapToLong(one -> one.stats().messages()).sum(),
                told.stream().mapToLong(one -> one.stats().previous()).sum(),
                told.size(),
                report.statistics() ? byHour(told) : List.of(),
                told.stream()
                        .map(DayTold::day)
                        .filter(Objects::nonNull)
                        .map(day -> report.statistics() ? day : withoutPeople(day))
                        .sorted(MOST_TELLING)
                        .toList(),
                told.stream()
                        .map(DayTold::silent)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparingLong(Silent::usual)
                                .reversed()
                                .thenComparing(silent -> silent.group().jid()))
                        .toList(),
                coverage);
    }

    private static List<Long> byHour(List<DayTold> told) {
        Long[] hours = new Long[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            int at = hour;
            hours[hour] = told.stream()
                    .map(one -> one.stats().byHour())
                    .mapToLong(byHour -> at < byHour.size() ? byHour.get(at) : 0)
                    .sum();
        }
        return List.of(hours);
    }

    private static GroupDay withoutPeople(GroupDay day) {
        return new GroupDay(day.group(), day.messages(), day.summarised(), day.missing(), List.of());
    }
}
