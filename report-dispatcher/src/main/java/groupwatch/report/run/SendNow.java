package groupwatch.report.run;

import groupwatch.kit.api.Query;
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

    private static final int LONGEST_KEY = 200;

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

    /** @param key asked again with the same one it is the same run; absent: a run of its own */
    Mono<Run> send(PlannedReport planned, @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Query.bad("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        Report report = planned.report();
        // PostgreSQL keeps microseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Run run = new Run(
                RunIds.byHand(report.id(), key == null ? UUID.randomUUID().toString() : key),
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
