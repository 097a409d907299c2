package groupwatch.report.build;

import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.ActivityAlert.Unusual;
import groupwatch.report.content.Coverage;
import groupwatch.report.plan.Report;
import groupwatch.report.read.KnownGroup;
import groupwatch.report.read.StoreClient;
import groupwatch.report.read.WatchdogClient;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Groups that were silent or loud on the last day, against their own rhythm. One call a group. */
@Component
class ActivityReport {

    private final ReportGroups groups;
    private final StoreClient store;
    private final WatchdogClient watchdog;

    ActivityReport(ReportGroups groups, StoreClient store, WatchdogClient watchdog) {
        this.groups = groups;
        this.store = store;
        this.watchdog = watchdog;
    }

    private record Judged(KnownGroup group, Rhythm rhythm) {}

    Mono<ActivityAlert> build(Report report, Period period) {
        return groups.of(report)
                .flatMap(groups -> Flux.fromIterable(groups)
                        .filter(KnownGroup::monitored)
                        .flatMap(group -> judged(group, period), ReportGroups.AT_ONCE)
                        .filter(judged ->
                                judged.rhythm().isSilent() || judged.rhythm().isLoud())
                        .collectList()
                        .zipWith(watchdog.coverage(report.groups(), period))
                        .map(both -> alert(period, groups.size(), both.getT1(), both.getT2())));
    }

    private Mono<Judged> judged(KnownGroup group, Period period) {
        LocalDate day = period.lastDay();
        return store.stats(group.jid(), Rhythm.since(day), day.plusDays(1), period.zone(), 1)
                .map(stats -> new Judged(group, new Rhythm(stats, day)));
    }

    private static ActivityAlert alert(Period period, int watched, List<Judged> unusual, Coverage coverage) {
        List<Unusual> silent = unusual.stream()
                .filter(judged -> judged.rhythm().isSilent())
                .map(judged -> unusual(judged, judged.rhythm().quietDays(), period))
                .sorted(Comparator.comparingLong(Unusual::usual)
                        .reversed()
                        .thenComparing(one -> one.group().jid()))
                .toList();
        List<Unusual> loud = unusual.stream()
                .filter(judged -> judged.rhythm().isLoud())
                .map(judged -> unusual(judged, judged.rhythm().loudDays(), period))
                .sorted(Comparator.comparingLong(Unusual::messages)
                        .reversed()
                        .thenComparing(one -> one.group().jid()))
                .toList();
        return new ActivityAlert(period, watched, silent, loud, coverage);
    }

    private static Unusual unusual(Judged judged, int days, Period period) {
        Rhythm rhythm = judged.rhythm();
        return new Unusual(
                judged.group().ref(),
                rhythm.messages(),
                Math.round(rhythm.usual()),
                days,
                lastMessage(judged.group(), period));
    }

    /** What was said after the period is none of the report's. */
    static @Nullable Instant lastMessage(KnownGroup group, Period period) {
        Instant last = group.lastMessageAt();
        return last != null && last.isBefore(period.until()) ? last : null;
    }
}
