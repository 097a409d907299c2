package groupwatch.report.run;

import groupwatch.kit.database.Routine;
import groupwatch.report.plan.DueReport;
import groupwatch.report.plan.ReportRows;
import groupwatch.report.run.DueTimes.DueTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several times a minute: reports that are due become runs. Replicas share them, a report at a time. */
@Component
class DueRuns {

    /** Reports in one transaction. */
    private static final int PORTION = 20;

    private final Routine routine;
    private final ReportRows reports;
    private final RunRows runs;
    private final RunJobs jobs;
    private final RunSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DueRuns(
            Routine routine,
            ReportRows reports,
            RunRows runs,
            RunJobs jobs,
            RunSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.routine = routine;
        this.reports = reports;
        this.runs = runs;
        this.jobs = jobs;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param reports that were due
     * @param due runs that are made now
     * @param missed runs that are too late
     */
    record Found(int reports, int due, int missed) {

        Found and(Found other) {
            return new Found(reports + other.reports, due + other.due, missed + other.missed);
        }
    }

    @Scheduled(
            initialDelayString = "${groupwatch.report.run.look-every:PT10S}",
            fixedDelayString = "${groupwatch.report.run.look-every:PT10S}")
    Mono<Void> onSchedule() {
        return routine.run("find the reports that are due", Mono.defer(this::run));
    }

    /** Emits what was found. */
    Mono<Found> run() {
        return portion()
                .expand(found -> found.reports() < PORTION ? Mono.empty() : portion())
                .reduce(Found::and)
                .doOnNext(found -> jobs.announce());
    }

    private Mono<Found> portion() {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return reports.lockDue(now, PORTION)
                            // one connection: all rows are to be read before the next statement is answered
                            .collectList()
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(due -> made(due, now))
                            .reduce(new Found(0, 0, 0), Found::and);
                })
                .as(transaction::transactional);
    }

    private Mono<Found> made(DueReport due, Instant now) {
        DueTimes times = DueTimes.of(due, now, settings.lateness());
        return Flux.fromIterable(times.missed())
                .concatMap(time -> runs.add(missed(due, time, now), now))
                .thenMany(Flux.fromIterable(times.runs()))
                .map(time -> run(due, time, RunState.BUILDING, null, null))
                .concatMap(run -> runs.add(run, now).then(jobs.build(run)))
                .then(reports.reschedule(due.report().id(), times.next()))
                .thenReturn(new Found(1, times.runs().size(), times.missed().size()));
    }

    private Run missed(DueReport due, DueTime time, Instant now) {
        String reason = "Nobody looked when it was due, and found it only at %s; what is more than %s late is not sent."
                .formatted(now, settings.lateness().toString().substring(2).toLowerCase(Locale.ROOT));
        return run(due, time, RunState.MISSED, reason, now);
    }

    private static Run run(
            DueReport due, DueTime time, RunState state, @Nullable String reason, @Nullable Instant endedAt) {
        return new Run(
                RunIds.due(due.report().id(), time.dueAt()),
                due.report(),
                time.dueAt(),
                false,
                time.period(),
                state,
                null,
                reason,
                endedAt);
    }
}
