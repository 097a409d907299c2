package groupwatch.bench.broker;

import groupwatch.bench.Webhooks;
import groupwatch.bench.load.Requests;
import groupwatch.events.CloudEvents;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Fills {@code groupwatch.raw.messages} with what the gateway would write: the same keys, headers and compression. */
public final class RawTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Webhooks webhooks;
    private long next;

    public RawTopic(String bootstrapServers, Webhooks webhooks) {
        this.webhooks = webhooks;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        2,
                        "batch.size",
                        64 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when the broker has acknowledged so many more webhooks, each about a message of its own. */
    public void fill(int count) {
        for (var end = next + count; next < end; next++) {
            producer.send(record(next));
        }
        producer.flush();
    }

    private ProducerRecord<String, byte[]> record(long n) {
        var chat = webhooks.chat(n);
        var record = new ProducerRecord<>(Topics.RAW_MESSAGES, chat, webhooks.body(n, Requests.BODY_BYTES));
        var id = EventId.of("webhook", webhooks.id(n));
        CloudEvents.headers(id, "/evolution/bench", "evolution.messages.upsert", Instant.now(), chat)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
