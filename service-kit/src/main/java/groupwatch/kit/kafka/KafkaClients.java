package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.util.unit.DataSize;

/** Makes Kafka's own clients from the settings; each has the service's name in its client id. */
final class KafkaClients {

    /** Headers, key and framing besides the value of the largest record. */
    static final int RECORD_OVERHEAD = 1024 * 1024;

    /** The dead broker is asked again soon, but not in a hurry. */
    private static final int LONGEST_RECONNECT_MS = 2_000;

    /** What a tail fetches at once. */
    private static final int TAIL_FETCH = 4 * 1024 * 1024;

    private final KafkaSettings settings;
    private final String service;

    KafkaClients(KafkaSettings settings, String service) {
        this.settings = settings;
        this.service = service;
    }

    KafkaSettings settings() {
        return settings;
    }

    Producer<String, byte[]> producer() {
        PublisherSettings limits = settings.publisher();
        Map<String, Object> properties = common("publisher");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limits.maxBlock().toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(limits.requestTimeout()));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(limits.deliveryTimeout()));
        properties.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG, limits.bufferMemory().toBytes());
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequest(limits.maxRecord()));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        Map<String, Object> properties = common("admin");
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return Admin.create(properties);
    }

    Map<String, Object> consumer(BatchConsumerSettings consumer) {
        Map<String, Object> properties = common(consumer.group());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, consumer.group());
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, settings.groupProtocol());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, consumer.maxBatch());
        // a record above these still comes, alone: they bound what waits in memory, not what can be read
        int bytes = (int) Math.min(consumer.maxBatchBytes().toBytes(), Integer.MAX_VALUE);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, bytes);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, bytes);
        return properties;
    }

    /** A consumer of all that is new, without a group; asked for offsets that are gone it fails. */
    Consumer<String, byte[]> tail(String topic) {
        Map<String, Object> properties = common("tail-" + topic);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, TAIL_FETCH);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, TAIL_FETCH / 4);
        // partitions that are added show this soon
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> common(String part) {
        Map<String, Object> properties = new HashMap<>(settings.properties());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + part);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_MS);
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    static int maxRequest(DataSize maxRecord) {
        return Math.toIntExact(maxRecord.toBytes() + RECORD_OVERHEAD);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
