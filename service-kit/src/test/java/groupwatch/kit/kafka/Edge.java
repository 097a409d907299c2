package groupwatch.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import groupwatch.kit.metrics.PublisherMetrics;
import groupwatch.kit.tracing.KafkaTracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.util.unit.DataSize;

/** The Kafka edge as a test wires it by hand, against one broker. */
final class Edge implements AutoCloseable {

    /** Fails fast, as the gateway's. */
    static final PublisherSettings QUICK = new PublisherSettings(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(1500),
            DataSize.ofMegabytes(48),
            DataSize.ofMegabytes(32),
            DataSize.ofMegabytes(16));

    /** For tests of what is not speed, on a busy machine. */
    static final PublisherSettings PATIENT = new PublisherSettings(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            DataSize.ofMegabytes(48),
            DataSize.ofMegabytes(32),
            DataSize.ofMegabytes(16));

    /** A handler's word that a record is to blame. */
    static final class Poison extends RuntimeException {
        Poison(String message) {
            super(message);
        }
    }

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final KafkaClients clients;
    final KafkaRecordPublisher publisher;
    private final BatchConsumers consumers;

    Edge(String bootstrapServers) {
        this(bootstrapServers, PATIENT);
    }

    Edge(String bootstrapServers, PublisherSettings limits) {
        KafkaSettings settings = new KafkaSettings(bootstrapServers, 4, (short) 1, "consumer", limits, Map.of());
        clients = new KafkaClients(settings, "test");
        publisher = new KafkaRecordPublisher(clients, new PublisherMetrics(meters), KafkaTracing.NONE);
        consumers = new BatchConsumers(clients, publisher, meters, KafkaTracing.NONE, Clock.systemUTC());
    }

    BatchConsumer consumer(BatchConsumerSettings settings, BatchHandler handler) {
        Predicate<Throwable> poison = Poison.class::isInstance;
        return consumers.create(settings.withRetry(RetryPolicy.FAST), handler, poison);
    }

    static OutgoingRecord record(String topic, String key, String value) {
        return new OutgoingRecord(topic, key, value.getBytes(UTF_8), Map.of());
    }

    static String text(IncomingRecord record) {
        return new String(record.value(), UTF_8);
    }

    static List<String> texts(List<IncomingRecord> records) {
        return records.stream().map(Edge::text).toList();
    }

    double handled(String outcome) {
        return meters.get("groupwatch.records.handled")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
