package groupwatch.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final int LARGE = 16 * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void keepsAcknowledgedRecordsOverKillAndRestart() throws Exception {
        try (var broker = KafkaBroker.start(BrokerSettings.in(folder))) {
            createTopic(broker);
            send(broker, new byte[LARGE]);
            var address = broker.bootstrapServers();

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            assertThat(FreePort.answers(broker.port())).isFalse();

            broker.restart();
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(read(broker)).isEqualTo(LARGE);
        }
    }

    @Test
    void endsWhatAnEarlierLifeLeftRunningOnTheSameData() {
        try (var earlier = KafkaBroker.start(BrokerSettings.in(folder))) {
            assertThat(KafkaBroker.leftOver(folder)).map(ProcessHandle::pid).contains(earlier.pid());
            try (var later = KafkaBroker.start(BrokerSettings.in(folder))) {
                assertThat(earlier.isAlive()).isFalse();
                assertThat(later.isAlive()).isTrue();
            }
        }
        assertThat(KafkaBroker.leftOver(folder)).isEmpty();
    }

    @Test
    void takesNoStrangerForItsOwn() throws Exception {
        Files.writeString(
                folder.resolve("broker.pid"),
                Long.toString(ProcessHandle.current().pid()));

        assertThat(KafkaBroker.leftOver(folder)).isEmpty();
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
    }

    private static void send(KafkaBroker broker, byte[] value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "max.request.size",
                LARGE + 1024 * 1024,
                "buffer.memory",
                2L * LARGE);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static int read(KafkaBroker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            for (var attempt = 0; attempt < 30; attempt++) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return records.iterator().next().value().length;
                }
            }
            return -1;
        }
    }
}
