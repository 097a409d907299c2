package groupwatch.kit.kafka;

import groupwatch.kit.metrics.PublisherMetrics;
import groupwatch.kit.metrics.PublisherMetrics.Outcome;
import groupwatch.kit.tracing.KafkaTracing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.ContextView;

/**
 * {@link RecordPublisher} over kafka-clients' own asynchronous producer. What waits is bounded three times: bytes in
 * flight (refused at once above), sends queued a topic, and the time they may queue. So with the broker away a caller
 * hears of it within {@code max-block} twice, or within {@code delivery-timeout}, whichever applies.
 */
public final class KafkaRecordPublisher implements RecordPublisher, AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final DataSize maxRecord;
    private final long longestQueueing;
    private final SendBudget budget;
    private final SendLanes lanes = new SendLanes();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final ProducerSlot producer;
    private final PublisherMetrics metrics;
    private final KafkaTracing tracing;

    KafkaRecordPublisher(KafkaClients clients, PublisherMetrics metrics, KafkaTracing tracing) {
        PublisherSettings limits = clients.settings().publisher();
        this.maxRecord = limits.maxRecord();
        this.longestQueueing = limits.maxBlock().toNanos();
        this.budget = new SendBudget(limits.maxInFlight().toBytes());
        this.producer = new ProducerSlot(clients::producer);
        this.metrics = metrics;
        this.tracing = tracing;
        metrics.watchInFlight(budget::used);
    }

    @Override
    public Mono<Void> publish(OutgoingRecord record) {
        return ship(record.topic(), List.of(record));
    }

    @Override
    public Mono<Void> publishAll(List<OutgoingRecord> records) {
        Map<String, List<OutgoingRecord>> byTopic = records.stream()
                .collect(Collectors.groupingBy(OutgoingRecord::topic, LinkedHashMap::new, Collectors.toList()));
        return Mono.whenDelayError(byTopic.entrySet().stream()
                .map(topic -> ship(topic.getKey(), topic.getValue()))
                .toList());
    }

    /** Connects for these topics ahead of the first record, so that it does not spend its short time on that. */
    Mono<Void> prepare(String topic) {
        return Mono.create(sink -> lanes.run(topic, () -> {
            try {
                producer.prepare(topic);
                sink.success();
            } catch (RuntimeException away) {
                sink.error(away);
            }
        }));
    }

    private Mono<Void> ship(String topic, List<OutgoingRecord> records) {
        return Mono.deferContextual(context -> {
            long bytes = 0;
            for (OutgoingRecord record : records) {
                if (record.value().length > maxRecord.toBytes()) {
                    metrics.published(topic, Outcome.OVERSIZED, records.size());
                    return Mono.error(new OversizedRecordException(topic, record.value().length, maxRecord.toBytes()));
                }
                bytes += record.size();
            }
            if (!budget.take(bytes)) {
                metrics.published(topic, Outcome.REFUSED, records.size());
                return Mono.error(new BrokerUnavailableException("Too much is waiting for the broker already"));
            }
            return handOver(topic, records, bytes, context);
        });
    }

    private Mono<Void> handOver(String topic, List<OutgoingRecord> records, long bytes, ContextView context) {
        return Mono.<Void>create(sink -> {
                    Shipment shipment = new Shipment(
                            KafkaRecords.outgoing(records, tracing.traceparent(context)),
                            failure -> end(topic, records.size(), bytes, failure, sink));
                    queue(topic, shipment);
                })
                .publishOn(acknowledgements.scheduler());
    }

    private void queue(String topic, Shipment shipment) {
        long queuedAt = System.nanoTime();
        try {
            lanes.run(topic, () -> {
                if (System.nanoTime() - queuedAt > longestQueueing) {
                    shipment.refuse(new BrokerUnavailableException("The broker takes nothing for " + topic));
                } else {
                    shipment.send(producer);
                }
            });
        } catch (RejectedExecutionException full) {
            shipment.refuse(new BrokerUnavailableException("Too many sends wait for " + topic, full));
        }
    }

    private void end(String topic, int records, long bytes, @Nullable Exception failure, MonoSink<Void> sink) {
        budget.giveBack(bytes);
        if (failure == null) {
            metrics.published(topic, Outcome.ACKNOWLEDGED, records);
            sink.success();
        } else if (failure instanceof RecordTooLargeException) {
            metrics.published(topic, Outcome.OVERSIZED, records);
            sink.error(new OversizedRecordException(topic, bytes, maxRecord.toBytes()));
        } else {
            metrics.published(topic, Outcome.UNAVAILABLE, records);
            sink.error(unavailable(topic, failure));
        }
    }

    private static BrokerUnavailableException unavailable(String topic, Exception failure) {
        return failure instanceof BrokerUnavailableException already
                ? already
                : new BrokerUnavailableException("The broker did not acknowledge for " + topic, failure);
    }

    /** Sends what is buffered, then lets go of the broker. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        lanes.close();
        acknowledgements.close();
    }
}
