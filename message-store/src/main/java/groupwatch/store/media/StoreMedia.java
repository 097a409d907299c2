package groupwatch.store.media;

import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MessageRef;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.store.message.MediaWriter;
import groupwatch.store.message.MessageKey;
import groupwatch.store.receive.Capture;
import groupwatch.store.receive.Captures;
import groupwatch.store.receive.Failures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Stores a batch of what became of files, in one transaction. An event may come before its message, twice, or after a newer one. Of a
 * chat that is not captured any more only what belongs to a stored message is kept.
 */
@Component
public class StoreMedia implements BatchHandler {

    private final MediaWriter writer;
    private final Captures captures;
    private final Migration migration;
    private final TransactionalOperator transaction;

    StoreMedia(MediaWriter writer, Captures captures, Migration migration, TransactionalOperator transaction) {
        this.writer = writer;
        this.captures = captures;
        this.migration = migration;
        this.transaction = transaction;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        return migration
                .done()
                .then(Mono.fromCallable(() -> Telling.of(records)).subscribeOn(Schedulers.parallel()))
                .flatMap(this::store)
                .checkpoint("store what became of files");
    }

    private Mono<BatchResult> store(Telling telling) {
        return captures.of(groups(telling))
                .flatMap(capture -> concerning(telling.events(), capture))
                .flatMap(events -> writer.write(events)
                        .as(transaction::transactional)
                        .retryWhen(Failures.WHEN_TRANSACTIONS_COLLIDE)
                        .thenReturn(events.size()))
                .map(telling::result);
    }

    /** Those about what is captured and within its retention. */
    private Mono<Map<IncomingRecord, MediaEvent>> concerning(Map<IncomingRecord, MediaEvent> events, Capture capture) {
        List<MessageKey> uncaptured = events.values().stream()
                .map(MediaEvent::message)
                .filter(message -> !capture.captures(message.chat()))
                .map(MediaWriter::key)
                .toList();
        return writer.known(uncaptured).map(known -> {
            Map<IncomingRecord, MediaEvent> concerning = new LinkedHashMap<>();
            events.forEach((record, event) -> {
                MessageRef message = event.message();
                boolean kept = capture.keeps(message.chat(), event.occurredAt());
                if (kept && (capture.captures(message.chat()) || known.contains(MediaWriter.key(message)))) {
                    concerning.put(record, event);
                }
            });
            return concerning;
        });
    }

    private static Set<String> groups(Telling telling) {
        return telling.events().values().stream()
                .map(MediaEvent::message)
                .filter(MessageRef::group)
                .map(MessageRef::chat)
                .collect(Collectors.toSet());
    }
}
