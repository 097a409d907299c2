package groupwatch.summary.daily;

import groupwatch.kit.database.Routine;
import groupwatch.summary.plan.DailySettings;
import groupwatch.summary.plan.Plan;
import groupwatch.summary.plan.Plans;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.KnownGroup;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every minute: days that are due become jobs, also those that came due while nobody looked; so do days that changed before the last run.
 * Replicas may do it at once: a day is one job.
 */
@Component
class DailyRun {

    private final Routine routine;
    private final StoreClient store;
    private final Plans plans;
    private final DayRows days;
    private final SummaryJobs jobs;
    private final DailySettings settings;
    private final Clock clock;

    DailyRun(
            Routine routine,
            StoreClient store,
            Plans plans,
            DayRows days,
            SummaryJobs jobs,
            DailySettings settings,
            Clock clock) {
        this.routine = routine;
        this.store = store;
        this.plans = plans;
        this.days = days;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${groupwatch.summary.daily.look-every:PT1M}",
            fixedDelayString = "${groupwatch.summary.daily.look-every:PT1M}")
    Mono<Void> onSchedule() {
        return routine.run("find the days that are due", Mono.defer(() -> run(false)));
    }

    /**
     * Emits what was found.
     *
     * @param changedToo whether days that changed are written anew now, and not at their group's next time
     */
    Mono<Found> run(boolean changedToo) {
        Instant now = clock.instant();
        return plans.all()
                .flatMap(plan -> Mono.zip(dueDays(plan, now), changedDays(plan, now, changedToo), Found::new))
                .doOnNext(found -> jobs.announce());
    }

    /**
     * What became a job.
     *
     * @param due days that are over, and days so far
     * @param changed days that are written anew
     */
    record Found(long due, long changed) {}

    private Mono<Long> dueDays(Function<String, Plan> plan, Instant now) {
        return store.groups(SummariseDay.SUMMARIZER)
                .filter(StoredGroup::monitored)
                .map(StoredGroup::jid)
                .filter(group -> plan.apply(group).enabled())
                .collect(Collectors.toSet())
                .flatMap(groups -> Mono.zip(known(groups), decided(now))
                        .flatMap(both -> recorded(plan, now, both.getT1(), both.getT2())));
    }

    private Mono<List<KnownGroup>> known(Set<String> groups) {
        return days.known(groups).collectList();
    }

    private Mono<Set<String>> decided(Instant now) {
        // a day more than are made up for, for groups of other zones
        LocalDate first = LocalDate.ofInstant(now, plans.suite().zone())
                .minusDays(settings.catchUp().toDays() + 1);
        return days.decidedSince(first)
                .map(day -> SummaryJobs.key(day.group(), day.day()))
                .collect(Collectors.toSet());
    }

    private Mono<Long> recorded(
            Function<String, Plan> plan, Instant now, List<KnownGroup> groups, Set<String> decided) {
        return Flux.fromIterable(groups)
                .concatMap(group ->
                        recorded(group, new DueDays(plan.apply(group.jid()), now, settings.catchUp()), decided))
                .filter(Boolean::booleanValue)
                .count();
    }

    private Flux<Boolean> recorded(KnownGroup group, DueDays due, Set<String> decided) {
        Flux<Boolean> over = Flux.fromIterable(due.days(group.since()))
                .filter(day -> !decided.contains(SummaryJobs.key(group.jid(), day)))
                .concatMap(day -> jobs.due(group.jid(), day));
        Mono<Boolean> soFar =
                Mono.justOrEmpty(due.soFar()).flatMap(time -> jobs.dueSoFar(group.jid(), due.today(), time));
        return over.concatWith(soFar);
    }

    private Mono<Long> changedDays(Function<String, Plan> plan, Instant now, boolean all) {
        return days.changed()
                .filter(day -> all || isDue(day, new DueDays(plan.apply(day.group()), now, settings.catchUp())))
                .concatMap(day -> jobs.changed(day.group(), day.day()))
                .filter(Boolean::booleanValue)
                .count();
    }

    private static boolean isDue(Day day, DueDays due) {
        Instant changed = day.changedAt();
        return changed != null && changed.isBefore(due.lastRun());
    }
}
