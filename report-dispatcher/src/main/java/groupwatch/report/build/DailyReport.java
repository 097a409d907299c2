package groupwatch.report.build;

import groupwatch.events.summary.Summary;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.Silent;
import groupwatch.report.plan.Report;
import groupwatch.report.read.GroupStats;
import groupwatch.report.read.KnownGroup;
import groupwatch.report.read.StoreClient;
import groupwatch.report.read.SummaryClient;
import groupwatch.report.read.WatchdogClient;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A day, group by group. A summary's day is the one of the same date by the group's own clock. */
@Component
class DailyReport {

    /** Fewer would make a day without messages a surprise to nobody. */
    private static final double SILENT_USUAL = 3;

    private static final int TOP = 3;

    private final ReportGroups groups;
    private final StoreClient store;
    private final SummaryClient summaries;
    private final MissingSummaries missing;
    private final WatchdogClient watchdog;

    DailyReport(
            ReportGroups groups,
            StoreClient store,
            SummaryClient summaries,
            MissingSummaries missing,
            WatchdogClient watchdog) {
        this.groups = groups;
        this.store = store;
        this.summaries = summaries;
        this.missing = missing;
        this.watchdog = watchdog;
    }

    Mono<DailySummary> build(Report report, Period period, boolean asking) {
        LocalDate day = period.lastDay();
        Mono<Map<String, Summary>> written =
                summaries.summaries(report.groups(), day, day.plusDays(1)).collectMap(Summary::group);
        Instant deadline = missing.deadline(asking);
        return Mono.zip(groups.of(report), written, watchdog.coverage(report.groups(), period))
                .flatMap(all -> Flux.fromIterable(all.getT1())
                        .flatMap(
                                group -> told(group, period, all.getT2().get(group.jid()), deadline),
                                ReportGroups.AT_ONCE)
                        .collectList()
                        .map(told -> DayTold.report(report, period, told, all.getT3())));
    }

    private Mono<DayTold> told(KnownGroup group, Period period, @Nullable Summary summary, Instant deadline) {
        LocalDate day = period.lastDay();
        return store.stats(group.jid(), day, day.plusDays(1), period.zone(), TOP)
                .flatMap(stats -> isTold(stats, summary)
                        ? summarised(group, day, stats, summary, deadline)
                                .map(groupDay -> new DayTold(stats, groupDay, null))
                        : silent(group, period).map(silent -> new DayTold(stats, null, silent.orElse(null))));
    }

    /** Days begin elsewhere at other times: what a summary has is told although the report's own day had nothing. */
    private static boolean isTold(GroupStats stats, @Nullable Summary summary) {
        return stats.messages() > 0 || summary != null && !summary.content().isEmpty();
    }

    private Mono<GroupDay> summarised(
            KnownGroup group, LocalDate day, GroupStats stats, @Nullable Summary summary, Instant deadline) {
        Mono<MissingSummaries.Answer> answer =
                summary == null || summary.content().isEmpty()
                        ? missing.ask(group.jid(), day, stats.messages(), summary, deadline)
                        : Mono.just(new MissingSummaries.Answer(summary, null));
        return answer.flatMap(found -> found.summary() == null
                ? Mono.just(new GroupDay(group.ref(), stats.messages(), null, found.missing(), stats.topSenders()))
                : cited(group, stats, found.summary()));
    }

    private Mono<GroupDay> cited(KnownGroup group, GroupStats stats, Summary summary) {
        Set<String> ids = Sentences.cited(summary.content());
        return store.messages(group.jid(), ids)
                .map(found -> new Sentences(found)
                        .summarised(summary.provider().equals(Summary.EXTRACTIVE), summary.content()))
                .map(said -> new GroupDay(group.ref(), stats.messages(), said, null, stats.topSenders()));
    }

    private Mono<Optional<Silent>> silent(KnownGroup group, Period period) {
        LocalDate day = period.lastDay();
        if (!group.monitored()) {
            return Mono.just(Optional.empty());
        }
        return store.stats(group.jid(), Rhythm.since(day), day.plusDays(1), period.zone(), 1)
                .map(stats -> Optional.of(new Rhythm(stats, day))
                        .filter(rhythm -> rhythm.usual() >= SILENT_USUAL && rhythm.quietDays() <= Rhythm.TOLD_DAYS)
                        .map(rhythm -> new Silent(
                                group.ref(),
                                rhythm.quietDays(),
                                Math.round(rhythm.usual()),
                                ActivityReport.lastMessage(group, period))));
    }
}
