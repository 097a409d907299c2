package groupwatch.store.receive;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.store.CaptureProperties;
import groupwatch.store.database.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Stores a batch of records: reads them, decides what is captured, has all writers write in one transaction, and
 * publishes what they announce. Completes when the broker has acknowledged the announcements, so the raw offsets are
 * committed last: after a crash in between, the same records are stored again without effect and announced again under
 * the same event ids.
 */
@Component
public class StoreBatch implements BatchHandler {

    private static final Retry WHEN_TRANSACTIONS_COLLIDE = Retry.backoff(20, Duration.ofMillis(10))
            .maxBackoff(Duration.ofMillis(500))
            .filter(Failures::isCollision);

    private final EvolutionReader reader = new EvolutionReader();
    private final List<FactWriter> writers;
    private final SwitchedOffGroups switchedOff;
    private final CaptureProperties capture;
    private final Migration migration;
    private final TransactionalOperator transaction;
    private final RecordPublisher publisher;

    StoreBatch(
            List<FactWriter> writers,
            SwitchedOffGroups switchedOff,
            CaptureProperties capture,
            Migration migration,
            TransactionalOperator transaction,
            RecordPublisher publisher) {
        this.writers = writers;
        this.switchedOff = switchedOff;
        this.capture = capture;
        this.migration = migration;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        return migration
                .done()
                .then(read(records))
                .flatMap(readings -> store(received(readings))
                        .flatMap(batch -> announce(batch).thenReturn(result(readings, batch))))
                .checkpoint("store batch");
    }

    /** Reading is work for a processor, not for an event loop. */
    private Mono<List<Reading>> read(List<IncomingRecord> records) {
        return Mono.fromCallable(() -> records.stream()
                        .map(record -> Reading.of(record, reader))
                        .toList())
                .subscribeOn(Schedulers.parallel());
    }

    private Mono<Batch> store(List<Received> received) {
        return switchedOff
                .among(groups(received))
                .map(groups -> new Capture(capture.directChats(), groups))
                .flatMap(captured -> prepare(new Batch(received, captured))
                        // each attempt with a batch of its own: what a failed one noted did not happen
                        .then(Mono.defer(() -> write(new Batch(received, captured))))
                        .retryWhen(WHEN_TRANSACTIONS_COLLIDE));
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

    private static Set<String> groups(List<Received> received) {
        return received.stream()
                .flatMap(one -> one.observed().observations().stream())
                .map(Chats::of)
                .filter(Objects::nonNull)
                .filter(chat -> chat.endsWith("@g.us"))
                .collect(Collectors.toSet());
    }

    private static List<Received> received(List<Reading> readings) {
        return readings.stream().map(Reading::received).toList();
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
