package groupwatch.report.run;

import groupwatch.report.mail.Delivery;
import groupwatch.report.run.DeliveryRows.Begun;
import groupwatch.report.run.RunJobs.MailOrder;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What became of a mail, and with the last one of the run, in one transaction. */
@Component
class SettleMail {

    private static final String BROKEN_OFF =
            "The process ended in the middle of it; whether the mail server has taken the mail is not known.";

    private final RunRows runs;
    private final DeliveryRows deliveries;
    private final EndRun end;
    private final RunJobs jobs;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SettleMail(
            RunRows runs,
            DeliveryRows deliveries,
            EndRun end,
            RunJobs jobs,
            TransactionalOperator transaction,
            Clock clock) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.end = end;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> settled(MailOrder order, Begun begun, Delivery delivery) {
        Instant now = clock.instant();
        return inRun(order, broken(order, begun, now).then(Mono.defer(() -> said(order, begun, delivery, now))));
    }

    private Mono<Void> said(MailOrder order, Begun begun, Delivery delivery, Instant now) {
        if (delivery instanceof Delivery.Deferred deferred && !deferred.tried()) {
            return deliveries.untried(order.run(), order.recipient(), begun.number(), delivery.said());
        }
        return deliveries
                .attempted(order.run(), order.recipient(), begun.number(), delivery.word(), delivery.said(), now)
                .then(deliveries.settle(
                        order.run(), order.recipient(), begun.number(), state(delivery), delivery.said(), now));
    }

    /** Whoever ended it in the middle cannot say so any more. */
    private Mono<Void> broken(MailOrder order, Begun begun, Instant now) {
        return begun.afterBreak()
                ? deliveries.brokenOff(order.run(), order.recipient(), begun.number(), BROKEN_OFF, now)
                : Mono.empty();
    }

    private static DeliveryState state(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> DeliveryState.ACCEPTED;
            case Delivery.Refused refused -> DeliveryState.REFUSED;
            case Delivery.Deferred deferred -> DeliveryState.WAITING;
            case Delivery.Unusable unusable -> DeliveryState.WAITING;
        };
    }

    /** Its recipient wants it no more, or is none any more. */
    Mono<Void> unwanted(MailOrder order) {
        return ended(order, DeliveryState.SUPPRESSED);
    }

    /** It was tried for too long. */
    Mono<Void> expired(MailOrder order) {
        return ended(order, DeliveryState.EXPIRED);
    }

    private Mono<Void> ended(MailOrder order, DeliveryState state) {
        Instant now = clock.instant();
        Instant abandoned = now.minus(jobs.mail().limit());
        return inRun(order, deliveries.end(order.run(), order.recipient(), state, abandoned, now));
    }

    /** It has ended before; the run may not have. */
    Mono<Void> checked(MailOrder order) {
        return inRun(order, Mono.empty());
    }

    private Mono<Void> inRun(MailOrder order, Mono<?> change) {
        return runs.lock(order.run())
                .flatMap(run -> change.then(end.whenDone(run.id())))
                .as(transaction::transactional);
    }
}
