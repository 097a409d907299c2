package groupwatch.report.run;

import groupwatch.kit.security.CurrentCaller;
import groupwatch.report.plan.Periods;
import groupwatch.report.plan.PlannedReport;
import groupwatch.report.plan.Report;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A report that somebody wants now, besides its schedule. It tells what it would tell if it were due now. */
@Component
class SendNow {

    private final RunRows runs;
    private final RunJobs jobs;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SendNow(RunRows runs, RunJobs jobs, TransactionalOperator transaction, Clock clock) {
        this.runs = runs;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param key asked again by the same caller with the same one it is the same run; absent: a run of its own */
    Mono<Run> send(PlannedReport planned, @Nullable String key) {
        return CurrentCaller.get()
                .flatMap(caller -> send(
                        planned,
                        key == null ? UUID.randomUUID().toString() : caller.subject() + "\n" + key,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** @param now as PostgreSQL keeps it, in microseconds */
    private Mono<Run> send(PlannedReport planned, String key, Instant now) {
        Report report = planned.report();
        Run run = new Run(
                RunIds.byHand(report.id(), key),
                report,
                now,
                true,
                Periods.of(report.type(), now, report.zone(), planned.previousUntil()),
                RunState.BUILDING,
                null,
                null,
                null);
        return runs.add(run, now)
                .filter(added -> added)
                .flatMap(added -> jobs.build(run))
                .as(transaction::transactional)
                .doOnSuccess(done -> jobs.announce())
                .then(runs.find(run.id()));
    }
}
