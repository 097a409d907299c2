package groupwatch.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@WithKafka
class RecordPublisherIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestKafka kafka;
    private final Edge edge;

    RecordPublisherIT(TestKafka kafka) {
        this.kafka = kafka;
        this.edge = new Edge(kafka.bootstrapServers(), Edge.PATIENT);
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void keepsTheOrderOfAKeyAndItsHeaders() {
        String topic = kafka.createTopic(kafka.unique("ordered"), 4);
        List<OutgoingRecord> records = IntStream.range(0, 1000)
                .mapToObj(number -> new OutgoingRecord(
                        topic, "chat", String.valueOf(number).getBytes(UTF_8), Map.of("ce_type", "Täst")))
                .toList();

        edge.publisher.publishAll(records).block(PATIENCE);

        assertThat(kafka.readAll(topic))
                .extracting(record -> Integer.valueOf(new String(record.value(), UTF_8)))
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        assertThat(kafka.readAll(topic)
                        .getFirst()
                        .headers()
                        .lastHeader("ce_type")
                        .value())
                .isEqualTo("Täst".getBytes(UTF_8));
    }

    @Test
    void takesSixteenMegabytesAndRefusesMore() {
        String topic = kafka.createTopic(kafka.unique("large"), 1);
        byte[] largest = new byte[(int) DataSize.ofMegabytes(16).toBytes()];
        new java.util.Random(1).nextBytes(largest);

        edge.publisher
                .publish(new OutgoingRecord(topic, "a", largest, Map.of()))
                .block(PATIENCE);

        assertThat(kafka.readAll(topic))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isEqualTo(largest));
        StepVerifier.create(
                        edge.publisher.publish(new OutgoingRecord(topic, "a", new byte[largest.length + 1], Map.of())))
                .expectError(OversizedRecordException.class)
                .verify(PATIENCE);
    }

    @Test
    void aTopicThatIsMissingDoesNotHoldUpTheOthers() {
        String topic = kafka.createTopic(kafka.unique("there"), 1);
        edge.publisher.publish(Edge.record(topic, "a", "first")).block(PATIENCE);
        Mono<Void> missing = edge.publisher.publish(Edge.record(kafka.unique("missing"), "a", "1"));

        StepVerifier.create(Mono.whenDelayError(
                        missing,
                        Mono.delay(Duration.ofMillis(100))
                                .then(edge.publisher
                                        .publish(Edge.record(topic, "a", "second"))
                                        .timeout(Duration.ofMillis(1500)))))
                .expectError(BrokerUnavailableException.class)
                .verify(PATIENCE);
        assertThat(kafka.readAll(topic)).hasSize(2);
    }

    @Test
    void neverBlocksTheEventLoopThatPublishes() {
        StepVerifier.create(edge.publisher
                        .publish(Edge.record(kafka.unique("missing"), "a", "1"))
                        .subscribeOn(Schedulers.parallel()))
                .expectError(BrokerUnavailableException.class)
                .verify(PATIENCE);
    }

    @Test
    void createsTheTopicsThatAreMissing() {
        String name = kafka.unique("set-up");
        TopicSpec raw = TopicSpec.raw(name).withPartitions(3);
        try (BrokerAdmin admin = new BrokerAdmin(edge.clients::admin)) {
            TopicsSetup setup = new TopicsSetup(
                    admin,
                    edge.clients.settings(),
                    List.of(raw, raw.deadLetters("store"), TopicSpec.compacted(name + "-state")),
                    edge.publisher::prepare);
            setup.created().block(PATIENCE);
            setup.created().block(PATIENCE);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.topics()).contains(name, name + ".store.dlt", name + "-state"));
    }
}
