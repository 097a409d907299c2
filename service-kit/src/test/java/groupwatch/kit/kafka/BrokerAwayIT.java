package groupwatch.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The broker dies and comes back; nobody starts anything else again. */
class BrokerAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static KafkaBroker broker;
    private static TestKafka kafka;

    @BeforeAll
    static void startBroker() {
        broker = TestKafka.ownBroker();
        kafka = new TestKafka(broker.bootstrapServers());
    }

    @AfterAll
    static void endBroker() {
        broker.kill();
    }

    @Test
    void everyAcknowledgedRecordIsHandledAlthoughTheBrokerIsKilledTwice() {
        String topic = kafka.createTopic("numbers", 2);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (Edge edge = new Edge(broker.bootstrapServers(), Edge.QUICK)) {
            BatchConsumer consumer = edge.consumer(
                    BatchConsumerSettings.of("readers", topic),
                    batch -> Mono.fromSupplier(() -> {
                        seen.addAll(Edge.texts(batch));
                        return BatchResult.stored(batch.size());
                    }));
            consumer.start();
            AtomicInteger next = new AtomicInteger();
            for (int round = 0; round < 2; round++) {
                publish(edge, topic, next, acknowledged);
                assertThat(acknowledged).isNotEmpty();
                broker.kill();
                publish(edge, topic, next, acknowledged);
                broker.restart();
                int before = acknowledged.size();
                await().atMost(PATIENCE).until(() -> publish(edge, topic, next, acknowledged) > before);
            }
            await().atMost(PATIENCE).until(() -> seen.containsAll(acknowledged));
            consumer.stop();
        }
    }

    @Test
    void refusesQuicklyAndHoldsLittleWhileTheBrokerIsAway() {
        String topic = kafka.createTopic("flood", 1);
        try (Edge edge = new Edge(broker.bootstrapServers(), Edge.QUICK)) {
            edge.publisher.publish(Edge.record(topic, "a", "first")).block();
            broker.kill();

            byte[] large = new byte[1024 * 1024];
            List<Long> waits = Flux.range(0, 200)
                    .flatMap(number -> timedFailure(edge, new OutgoingRecord(topic, "a", large, Map.of())), 200)
                    .collectList()
                    .block(Duration.ofSeconds(30));

            assertThat(waits).hasSize(200).allMatch(millis -> millis < 2500);
            assertThat(edge.meters.get("groupwatch.publisher.in.flight").gauge().value())
                    .isZero();

            broker.restart();
            await().atMost(PATIENCE)
                    .until(() -> edge.publisher
                            .publish(Edge.record(topic, "a", "again"))
                            .thenReturn(true)
                            .onErrorReturn(false)
                            .block());
        }
    }

    @Test
    void startsWithoutABrokerAndSaysSoQuickly() {
        try (Edge edge = new Edge("nowhere.invalid:9092", Edge.QUICK)) {
            StepVerifier.create(edge.publisher.publish(Edge.record("any", "a", "1")))
                    .expectError(BrokerUnavailableException.class)
                    .verify(Duration.ofSeconds(10));
        }
        try (Edge edge = new Edge("127.0.0.1:1", Edge.QUICK)) {
            List<Long> waits = Flux.range(0, 100)
                    .flatMap(number -> timedFailure(edge, Edge.record("any", "a", "1")), 100)
                    .collectList()
                    .block(Duration.ofSeconds(30));
            assertThat(waits).hasSize(100).allMatch(millis -> millis < 2500);
        }
    }

    private static Mono<Long> timedFailure(Edge edge, OutgoingRecord record) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return edge.publisher
                    .publish(record)
                    .subscribeOn(Schedulers.parallel())
                    .then(Mono.<Long>error(new AssertionError("nobody can have acknowledged this")))
                    .onErrorResume(
                            BrokerUnavailableException.class,
                            refused -> Mono.just(
                                    Duration.ofNanos(System.nanoTime() - begin).toMillis()));
        });
    }

    /** Publishes 200 numbers, remembers the acknowledged ones, and returns how many are acknowledged in all. */
    private static int publish(Edge edge, String topic, AtomicInteger next, Set<String> acknowledged) {
        Flux.range(0, 200)
                .map(index -> String.valueOf(next.getAndIncrement()))
                .flatMap(
                        number -> edge.publisher
                                .publish(Edge.record(topic, "key" + number.length() + number.charAt(0), number))
                                .doOnSuccess(done -> acknowledged.add(number))
                                .onErrorComplete(BrokerUnavailableException.class),
                        200)
                .blockLast(Duration.ofSeconds(20));
        return acknowledged.size();
    }
}
