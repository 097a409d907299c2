package groupwatch.store.receive;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.store.StoreMetrics;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Stores a batch of records: reads them, decides what is captured, has all writers write in one transaction, and
 * publishes what they announce. Completes when the broker has acknowledged the announcements, so the raw offsets are
 * committed last: after a crash in between, the same records are stored again without effect and announced again under
 * the same event ids.
 */
@Component
public class StoreBatch implements BatchHandler {

    private final EvolutionReader reader = new EvolutionReader();
    private final List<FactWriter> writers;
    private final Captures captures;
    private final Migration migration;
    private final TransactionalOperator transaction;
    private final RecordPublisher publisher;
    private final StoreMetrics metrics;

    StoreBatch(
            List<FactWriter> writers,
            Captures captures,
            Migration migration,
            TransactionalOperator transaction,
            RecordPublisher publisher,
            StoreMetrics metrics) {
        this.writers = writers;
        this.captures = captures;
        this.migration = migration;
        this.transaction = transaction;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        return migration
                .done()
                .then(read(records))
                .flatMap(readings ->
                        captures.of(groups(readings)).flatMap(capture -> store(within(readings, capture), capture)))
                .checkpoint("store batch");
    }

    /** Reading is work for a processor, not for an event loop. */
    private Mono<List<Reading>> read(List<IncomingRecord> records) {
        return Mono.fromCallable(() -> records.stream()
                        .map(record -> Reading.of(record, reader))
                        .toList())
                .subscribeOn(Schedulers.parallel());
    }

    private static List<Reading> within(List<Reading> readings, Capture capture) {
        return readings.stream().map(reading -> reading.within(capture)).toList();
    }

    private Mono<BatchResult> store(List<Reading> readings, Capture capture) {
        List<Received> received = readings.stream().map(Reading::received).toList();
        return prepare(new Batch(received, capture))
                // each attempt with a batch of its own: what a failed one noted did not happen
                .then(Mono.defer(() -> write(new Batch(received, capture))))
                .retryWhen(Failures.WHEN_TRANSACTIONS_COLLIDE)
                .flatMap(batch -> announce(batch).thenReturn(batch))
                .doOnNext(batch -> metrics.refused(
                        "retention",
                        readings.stream().mapToInt(Reading::refused).sum()))
                .map(batch -> result(readings, batch));
    }

    private Mono<Void> prepare(Batch batch) {
        return Flux.fromIterable(writers)
                .concatMap(writer -> writer.prepare(batch))
                .then();
    }

    private Mono<Batch> write(Batch batch) {
        return Flux.fromIterable(writers)
                .concatMap(writer -> writer.write(batch))
                .then()
                .as(transaction::transactional)
                .thenReturn(batch);
    }

    private Mono<Void> announce(Batch batch) {
        return Flux.defer(() -> batch.announcements().bufferUntil(new PortionIsFull()))
                .concatMap(publisher::publishAll)
                .then();
    }

    private static Set<String> groups(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.received().observed().observations().stream())
                .map(Chats::of)
                .filter(Objects::nonNull)
                .filter(chat -> chat.endsWith("@g.us"))
                .collect(Collectors.toSet());
    }

    private static BatchResult result(List<Reading> readings, Batch batch) {
        BatchResult result = BatchResult.NOTHING;
        for (Reading reading : readings) {
            result = result.plus(result(reading, batch));
        }
        return result;
    }

    private static BatchResult result(Reading reading, Batch batch) {
        IncomingRecord record = reading.received().record();
        if (reading.rejection() != null) {
            return new BatchResult(0, 0, 0, List.of(new RejectedRecord(record, reading.rejection())));
        }
        if (batch.isStored(record)) {
            return BatchResult.stored(1);
        }
        return batch.concerns(reading.received())
                ? new BatchResult(0, 1, 0, List.of())
                : new BatchResult(0, 0, 1, List.of());
    }
}
