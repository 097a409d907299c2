package groupwatch.kit.testing;

import groupwatch.servers.KafkaBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker as a test sees it: plain blocking calls to make topics, to write, to read everything, to look at a group. */
public record TestKafka(String bootstrapServers) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final TestKafka KAFKA = new TestKafka(TestServers.broker());
    }

    /** The one broker of this JVM's tests. */
    public static TestKafka shared() {
        return Shared.KAFKA;
    }

    /** A broker of its own, for a test that kills it; whoever starts it stops it. */
    public static KafkaBroker ownBroker() {
        return TestServers.ownBroker();
    }

    /** A name no other test of this JVM uses. */
    public String unique(String word) {
        return word + "-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** Creates a topic that takes records of 16 MB and returns its name. */
    public String createTopic(String name, int partitions) {
        NewTopic topic = new NewTopic(name, partitions, (short) 1)
                .configs(Map.of("max.message.bytes", String.valueOf(17 * 1024 * 1024)));
        try (Admin admin = Admin.create(client())) {
            await(admin.createTopics(List.of(topic)).all());
        }
        return name;
    }

    public void send(String topic, String key, byte[]... values) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(topic, key, value));
            }
        }
    }

    /** Everything in the topic now, by partition and offset. */
    public List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
            return read;
        }
    }

    /** Committed offset of each partition of the topic; those without are left out. */
    public Map<Integer, Long> committed(String group, String topic) {
        try (Admin admin = Admin.create(client())) {
            return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().partition(),
                            entry -> entry.getValue().offset()));
        }
    }

    /** The names of all topics. */
    public List<String> topics() {
        try (Admin admin = Admin.create(client())) {
            return await(admin.listTopics().names()).stream().sorted().toList();
        }
    }

    /** {@code count} small values: the numbers from {@code first}, as text. */
    public static byte[][] numbers(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> String.valueOf(number).getBytes())
                .toArray(byte[][]::new);
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> properties = client();
        properties.put("max.request.size", 17 * 1024 * 1024);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = client();
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> client() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
