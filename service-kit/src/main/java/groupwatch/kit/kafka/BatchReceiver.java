package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.ReceiverRecord;

/**
 * The subscription, over Reactor Kafka: the only type that knows it. Offsets acknowledged are committed a few times a
 * second and when the connection closes or partitions are taken away.
 */
final class BatchReceiver {

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(250);

    /** How long a rebalance waits for the batch in hand; longer, and another consumer does it again. */
    private static final Duration REBALANCE_WAIT = Duration.ofSeconds(10);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final BatchConsumerSettings settings;
    private final Map<String, Object> properties;
    private final OwnedConsumers consumers = new OwnedConsumers();

    BatchReceiver(BatchConsumerSettings settings, Map<String, Object> properties) {
        this.settings = settings;
        this.properties = properties;
    }

    /** A new connection for each subscription; an error ends it. Batches come on the given scheduler. */
    Flux<ReceivedBatch> receive(Scheduler scheduler) {
        return KafkaReceiver.create(consumers, options(scheduler))
                .receiveBatch(1)
                .concatMap(Flux::collectList, 1)
                .map(BatchReceiver::batch);
    }

    private ReceiverOptions<String, byte[]> options(Scheduler scheduler) {
        return ReceiverOptions.<String, byte[]>create(properties)
                .withKeyDeserializer(new StringDeserializer())
                .withValueDeserializer(new ByteArrayDeserializer())
                .subscription(settings.topics())
                .commitInterval(COMMIT_INTERVAL)
                .maxDelayRebalance(REBALANCE_WAIT)
                .closeTimeout(CLOSE_TIMEOUT)
                .schedulerSupplier(() -> scheduler);
    }

    private static ReceivedBatch batch(List<ReceiverRecord<String, byte[]>> records) {
        List<IncomingRecord> incoming = new ArrayList<>(records.size());
        for (ReceiverRecord<String, byte[]> record : records) {
            incoming.add(KafkaRecords.incoming(record));
        }
        // each record by itself: a rebalance waits until as many are acknowledged as were given out
        return new ReceivedBatch(
                incoming,
                () -> records.forEach(record -> record.receiverOffset().acknowledge()));
    }

    /** Records waiting in the assigned partition that is furthest behind; 0 when unknown. */
    long lag() {
        return consumers.lag();
    }

    /** Completes when no connection is open any more: offsets committed, the group left. */
    Mono<Void> closed() {
        return consumers.closed();
    }
}
