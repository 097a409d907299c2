package groupwatch.report.alert;

import groupwatch.kit.database.Routine;
import groupwatch.report.alert.settings.AlertSettings;
import groupwatch.report.alert.settings.CurrentAlerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every few seconds: outages that lasted long enough, or are over, become mails. Replicas share them, an outage at a time. */
@Component
class DueAlerts {

    private static final Logger log = LoggerFactory.getLogger(DueAlerts.class);

    /** Outages in one transaction; there are hardly more accounts. */
    private static final int PORTION = 500;

    private static final Duration KEPT = Duration.ofDays(90);

    private final Routine routine;
    private final CurrentAlerts alerts;
    private final OutageRows outages;
    private final MakeAlert make;
    private final AlertJobs jobs;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final AtomicBoolean saidForNobody = new AtomicBoolean();

    DueAlerts(
            Routine routine,
            CurrentAlerts alerts,
            OutageRows outages,
            MakeAlert make,
            AlertJobs jobs,
            TransactionalOperator transaction,
            Clock clock) {
        this.routine = routine;
        this.alerts = alerts;
        this.outages = outages;
        this.make = make;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${groupwatch.report.alert.look-every:PT5S}",
            fixedDelayString = "${groupwatch.report.alert.look-every:PT5S}")
    Mono<Void> onSchedule() {
        return routine.run("find what is to be told of links", Mono.defer(this::run));
    }

    /** Emits how many were told of. */
    Mono<Long> run() {
        return alerts.current()
                .filter(this::isForSomebody)
                .flatMap(settings -> told(settings).as(transaction::transactional))
                .filter(told -> told > 0)
                .doOnNext(told -> jobs.announce());
    }

    private Mono<Long> told(AlertSettings settings) {
        Instant now = clock.instant();
        return outages.lockUntold(PORTION)
                // one connection: all rows are to be read before the next statement is answered
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(outage -> Mono.justOrEmpty(outage.due(settings, now))
                        .flatMap(kind -> make.of(outage, kind, settings, now).thenReturn(kind)))
                .count();
    }

    /** Said once, and what is due waits for somebody to be chosen. */
    private boolean isForSomebody(AlertSettings settings) {
        if (!settings.recipients().isEmpty()) {
            return true;
        }
        if (saidForNobody.compareAndSet(false, true)) {
            log.info("Nobody is told by mail of links that are down: groupwatch.report.alert.recipients names nobody");
        }
        return false;
    }

    @Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT1H")
    Mono<Void> forget() {
        return routine.run(
                "forget outages that ended long ago",
                Mono.defer(() -> outages.forgetEndedBefore(clock.instant().minus(KEPT))));
    }
}
