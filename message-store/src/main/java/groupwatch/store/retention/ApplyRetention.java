package groupwatch.store.retention;

import groupwatch.store.StoreMetrics;
import groupwatch.store.partition.Partitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Deletes what is past its chat's limit: messages with all that is known of them, then facts that waited in vain, both in
 * small transactions, then the months that are past every limit and empty by now. Each transaction leaves the rows whole,
 * so a run that dies is gone on with by the next. One run at a time, in all replicas together.
 */
@Component
class ApplyRetention {

    private static final int BATCH = 500;
    private static final Retry WHEN_TRANSACTIONS_COLLIDE = Retry.backoff(20, Duration.ofMillis(10))
            .maxBackoff(Duration.ofMillis(500))
            .filter(PessimisticLockingFailureException.class::isInstance);

    private final RetentionRules rules;
    private final PastMessages messages;
    private final PastFacts facts;
    private final PastMonths months;
    private final Deletion deletion;
    private final RetentionLease lease;
    private final Partitions partitions;
    private final TransactionalOperator transaction;
    private final StoreMetrics metrics;
    private final Clock clock;

    ApplyRetention(
            RetentionRules rules,
            PastMessages messages,
            PastFacts facts,
            PastMonths months,
            Deletion deletion,
            RetentionLease lease,
            Partitions partitions,
            TransactionalOperator transaction,
            StoreMetrics metrics,
            Clock clock) {
        this.rules = rules;
        this.messages = messages;
        this.facts = facts;
        this.months = months;
        this.deletion = deletion;
        this.lease = lease;
        this.partitions = partitions;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Runs unless another does, or one has finished since the given time, and tells what was done; empty if it did not run.
     * Errors are those of the database; the next run goes on where this one stopped.
     *
     * @param patience after which no other batch is begun; what is left is for the next run
     */
    Mono<RetentionRun> run(Instant unlessFinishedSince, Duration patience) {
        return Mono.usingWhen(
                lease.claim(unlessFinishedSince),
                holder -> run(holder, clock.instant().plus(patience)),
                holder -> Mono.empty(),
                (holder, error) -> lease.giveBack(holder),
                lease::giveBack);
    }

    private Mono<RetentionRun> run(String holder, Instant end) {
        BooleanSupplier inTime = () -> clock.instant().isBefore(end);
        return rules.ofGroups()
                .map(rules::keptSince)
                .flatMap(keptSince -> keptSince.keepsAll() ? Mono.empty() : apply(keptSince, holder, inTime))
                .then(Mono.defer(() -> inTime.getAsBoolean() ? lease.finish(holder) : lease.giveBack(holder)))
                .then(lease.last());
    }

    private Mono<Void> apply(KeptSince keptSince, String holder, BooleanSupplier inTime) {
        return delete(messages.find(keptSince), inTime, batch -> messages(batch, holder))
                .then(delete(facts.find(keptSince), inTime, batch -> facts(batch, holder)))
                .then(drop(keptSince, holder));
    }

    private Mono<Void> delete(
            Flux<Doomed> doomed, BooleanSupplier inTime, Function<List<Doomed>, Mono<Void>> deletion) {
        return doomed.buffer(BATCH)
                .takeWhile(batch -> inTime.getAsBoolean())
                .concatMap(
                        batch -> deletion.apply(batch)
                                .as(transaction::transactional)
                                .retryWhen(WHEN_TRANSACTIONS_COLLIDE),
                        1)
                .then();
    }

    private Mono<Void> messages(List<Doomed> batch, String holder) {
        return deletion.messages(batch)
                .delayUntil(count -> lease.goOn(holder, count, 0, List.of()))
                .doOnNext(count -> metrics.deleted("messages", count))
                .then();
    }

    private Mono<Void> facts(List<Doomed> batch, String holder) {
        return deletion.waiting(batch)
                .delayUntil(count -> lease.goOn(holder, 0, count, List.of()))
                .doOnNext(count -> metrics.deleted("facts", count))
                .then();
    }

    /** A month that is read for long stays until the next run. */
    private Mono<Void> drop(KeptSince keptSince, String holder) {
        return months.find(keptSince)
                .concatMap(month -> partitions
                        .dropMonth(month)
                        .filter(dropped -> dropped)
                        .doOnNext(dropped -> metrics.deleted("months", 1))
                        .flatMap(dropped -> lease.goOn(holder, 0, 0, List.of(month.toString()))))
                .then();
    }
}
