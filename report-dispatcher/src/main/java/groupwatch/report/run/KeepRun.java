package groupwatch.report.run;

import groupwatch.report.build.ToldHits;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportRows;
import groupwatch.report.unsubscribe.Suppressions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What a run says, kept together with the mails it makes and with what it has told: all of it or nothing. */
@Component
class KeepRun {

    private final RunRows runs;
    private final DeliveryRows deliveries;
    private final RunJobs jobs;
    private final EndRun end;
    private final ReportRows reports;
    private final ToldHits hits;
    private final Suppressions suppressions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    KeepRun(
            RunRows runs,
            DeliveryRows deliveries,
            RunJobs jobs,
            EndRun end,
            ReportRows reports,
            ToldHits hits,
            Suppressions suppressions,
            TransactionalOperator transaction,
            Clock clock) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.end = end;
        this.reports = reports;
        this.hits = hits;
        this.suppressions = suppressions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nothing when another process was faster. The report is locked before its run, as by whoever removes it. */
    Mono<Void> built(Run run, ReportContent content) {
        return reports.lock(run.report().id())
                .then(stillBuilding(run.id()))
                .flatMap(locked -> kept(locked, content).then(told(locked, content)))
                .as(transaction::transactional)
                .doOnSuccess(done -> jobs.announce());
    }

    private Mono<Run> stillBuilding(UUID run) {
        return runs.lock(run).filter(locked -> locked.state() == RunState.BUILDING);
    }

    private Mono<Void> kept(Run run, ReportContent content) {
        return run.report().type().alerts() && content.isEmpty()
                ? runs.end(run.id(), RunState.NOTHING, null, clock.instant())
                : sending(run, content);
    }

    private Mono<Void> sending(Run run, ReportContent content) {
        Report report = run.report();
        Instant now = clock.instant();
        return suppressions
                .suppressed(report.id(), report.recipients())
                .flatMap(unwilling -> mails(run.id(), report.recipients(), unwilling, now))
                .then(runs.built(run.id(), content, now))
                // nobody may want it any more
                .then(end.whenDone(run.id()));
    }

    /** What later runs do not tell again; also that there was nothing. */
    private Mono<Void> told(Run run, ReportContent content) {
        UUID report = run.report().id();
        Mono<Void> marked =
                content instanceof KeywordAlert alert ? hits.mark(report, alert, clock.instant()) : Mono.empty();
        return marked.then(reports.toldUntil(report, run.period().until()));
    }

    private Mono<Void> mails(UUID run, List<String> recipients, Set<String> unwilling, Instant now) {
        List<String> willing = recipients.stream()
                .filter(recipient -> !unwilling.contains(recipient))
                .toList();
        return deliveries
                .add(run, willing, DeliveryState.WAITING, now)
                .then(deliveries.add(run, unwilling, DeliveryState.SUPPRESSED, now))
                .then(jobs.mails(run, willing));
    }

    /** Its content was not to be had for too long. */
    Mono<Void> failed(UUID run, String reason) {
        return stillBuilding(run)
                .flatMap(locked -> runs.end(run, RunState.FAILED, reason, clock.instant()))
                .as(transaction::transactional);
    }
}
