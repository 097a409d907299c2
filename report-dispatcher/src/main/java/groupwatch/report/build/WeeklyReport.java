package groupwatch.report.build;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.content.WeeklyDigest.BusyHour;
import groupwatch.report.content.WeeklyDigest.DayCount;
import groupwatch.report.content.WeeklyDigest.GroupWeek;
import groupwatch.report.plan.Report;
import groupwatch.report.read.GroupStats;
import groupwatch.report.read.KnownGroup;
import groupwatch.report.read.StoreClient;
import groupwatch.report.read.SummaryClient;
import groupwatch.report.read.WatchdogClient;
import groupwatch.report.schedule.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Seven days, group by group. Summaries are read as they are there, once for all groups; a group costs three calls at most. */
@Component
class WeeklyReport {

    private static final int TOP = 3;
    private static final int BUSIEST = 3;

    private final ReportGroups groups;
    private final StoreClient store;
    private final SummaryClient summaries;
    private final WatchdogClient watchdog;

    WeeklyReport(ReportGroups groups, StoreClient store, SummaryClient summaries, WatchdogClient watchdog) {
        this.groups = groups;
        this.store = store;
        this.summaries = summaries;
        this.watchdog = watchdog;
    }

    /** @param missing days with messages and without a summary that should have one */
    private record WeekTold(GroupWeek week, GroupStats stats, int missing) {}

    Mono<WeeklyDigest> build(Report report, Period period) {
        return Mono.zip(groups.of(report), notes(report, period), watchdog.coverage(report.groups(), period))
                .flatMap(all -> Flux.fromIterable(all.getT1())
                        .flatMap(
                                group -> told(
                                        group,
                                        period,
                                        all.getT2().getOrDefault(group.jid(), new WeekNotes()),
                                        report.statistics()),
                                ReportGroups.AT_ONCE)
                        .collectList()
                        .map(told -> digest(report, period, all.getT1().size(), told, all.getT3())));
    }

    private Mono<Map<String, WeekNotes>> notes(Report report, Period period) {
        return summaries
                .summaries(report.groups(), period.firstDay(), period.lastDay().plusDays(1))
                .collect(
                        HashMap::new,
                        (notes, summary) -> notes.computeIfAbsent(summary.group(), group -> new WeekNotes())
                                .add(summary));
    }

    /** Empty of a group without messages in both weeks. */
    private Mono<WeekTold> told(KnownGroup group, Period period, WeekNotes notes, boolean statistics) {
        return store.stats(group.jid(), period.firstDay(), period.lastDay().plusDays(1), period.zone(), TOP)
                .filter(stats -> stats.messages() > 0 || stats.previous() > 0)
                .flatMap(stats -> Mono.zip(
                                store.messages(group.jid(), notes.cited()), missing(group, period, stats, notes))
                        .map(both -> new WeekTold(
                                week(group, stats, notes, new Sentences(both.getT1()), statistics),
                                stats,
                                both.getT2())));
    }

    private Mono<Integer> missing(KnownGroup group, Period period, GroupStats stats, WeekNotes notes) {
        List<Long> without = days(period).stream()
                .filter(day -> stats.on(day) > 0 && !notes.has(day))
                .map(stats::on)
                .toList();
        return without.isEmpty()
                ? Mono.just(0)
                : summaries
                        .wish(group.jid())
                        .map(wish -> (int) without.stream().filter(wish::wants).count())
                        // better one too many than a digest that is kept back
                        .onErrorReturn(ServiceUnavailableException.class, without.size());
    }

    private static GroupWeek week(
            KnownGroup group, GroupStats stats, WeekNotes notes, Sentences sentences, boolean statistics) {
        return new GroupWeek(
                group.ref(),
                stats.messages(),
                stats.previous(),
                statistics ? stats.topSenders() : List.of(),
                statistics ? busiest(stats.byHour()) : List.of(),
                notes.decisions().stream()
                        .map(decided -> sentences.sentence(decided.decision(), decided.day()))
                        .toList(),
                notes.moreDecisions(),
                notes.tasks().stream()
                        .map(task -> sentences.task(task.item(), task.day()))
                        .toList(),
                notes.moreTasks());
    }

    private static List<BusyHour> busiest(List<Long> byHour) {
        return IntStream.range(0, byHour.size())
                .mapToObj(hour -> new BusyHour(hour, byHour.get(hour)))
                .filter(hour -> hour.messages() > 0)
                .sorted(Comparator.comparingLong(BusyHour::messages).reversed().thenComparing(BusyHour::hour))
                .limit(BUSIEST)
                .toList();
    }

    private static WeeklyDigest digest(
            Report report, Period period, int watched, List<WeekTold> told, Coverage coverage) {
        return new WeeklyDigest(
                period,
                told.stream().mapToLong(one -> one.week().messages()).sum(),
                told.stream().mapToLong(one -> one.week().previous()).sum(),
                watched,
                report.statistics() ? byDay(period, told) : List.of(),
                told.stream()
                        .map(WeekTold::week)
                        .sorted(Comparator.comparingLong(GroupWeek::messages)
                                .thenComparingLong(GroupWeek::previous)
                                .reversed()
                                .thenComparing(week -> week.group().jid()))
                        .toList(),
                told.stream().mapToInt(WeekTold::missing).sum(),
                coverage);
    }

    private static List<DayCount> byDay(Period period, List<WeekTold> told) {
        return days(period).stream()
                .map(day -> new DayCount(
                        day, told.stream().mapToLong(one -> one.stats().on(day)).sum()))
                .toList();
    }

    private static List<LocalDate> days(Period period) {
        return period.firstDay().datesUntil(period.lastDay().plusDays(1)).toList();
    }
}
