package groupwatch.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.kafka.TailSignal.Arrived;
import groupwatch.kit.kafka.TailSignal.Following;
import groupwatch.kit.kafka.TailSignal.Lost;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;

/** A tail on a real broker: everything new, to everybody, over restarts. */
class TopicTailIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final DataSize PLENTY = DataSize.ofMegabytes(4);

    private static KafkaBroker broker;
    private static TestKafka kafka;

    private final AtomicInteger connections = new AtomicInteger();
    private final String topic = kafka.createTopic(kafka.unique("tailed"), 2);
    private final TopicTail tail = tail();

    @BeforeAll
    static void startBroker() {
        broker = TestKafka.ownBroker();
        kafka = new TestKafka(broker.bootstrapServers());
    }

    @AfterAll
    static void endBroker() {
        broker.kill();
    }

    @AfterEach
    void end() {
        tail.stop();
    }

    private TopicTail tail() {
        KafkaClients clients = new KafkaClients(
                new KafkaSettings(broker.bootstrapServers(), 2, (short) 1, "consumer", Edge.PATIENT, Map.of()), "test");
        return new TopicTails(new TailClients(
                        name -> {
                            connections.incrementAndGet();
                            return clients.tail(name);
                        },
                        Duration.ofMillis(200)))
                .of(topic);
    }

    @Test
    void everyFollowerHearsItsKeysFromNowOn() {
        kafka.send(topic, "a", TestKafka.numbers(0, 3));
        List<TailSignal> ofA = follow("a");
        List<TailSignal> ofB = follow("b");
        kafka.send(topic, "a", TestKafka.numbers(10, 3));
        kafka.send(topic, "b", TestKafka.numbers(20, 2));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(texts(ofA)).containsExactly("10", "11", "12");
            assertThat(texts(ofB)).containsExactly("20", "21");
        });
        assertThat(connections).hasValue(1);
    }

    @Test
    void anotherReplicaHearsTheSame() {
        TopicTail replica = tail();
        List<TailSignal> here = follow("a");
        List<TailSignal> there = new CopyOnWriteArrayList<>();
        replica.follow("a"::equals, 100, PLENTY).subscribe(there::add);
        await().atMost(PATIENCE).until(() -> !there.isEmpty());
        kafka.send(topic, "a", TestKafka.numbers(0, 5));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(texts(here)).hasSize(5);
            assertThat(texts(there)).hasSize(5);
        });
        replica.stop();
    }

    @Test
    void readsNothingWhileNobodyFollows() {
        assertThat(connections).hasValue(0);
        List<TailSignal> signals = new CopyOnWriteArrayList<>();
        Disposable follower = tail.follow("a"::equals, 100, PLENTY).subscribe(signals::add);
        await().atMost(PATIENCE).until(() -> !signals.isEmpty());
        follower.dispose();
        await().atMost(TopicTail.LINGER.plus(PATIENCE))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("tail-" + topic)));
        follow("a");
        assertThat(connections).hasValue(2);
    }

    @Test
    void noticesPartitionsThatAreAdded() throws Exception {
        List<TailSignal> signals = follow("a", "b", "c", "d", "e", "f");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(6)))
                    .all()
                    .get();
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            List.of("a", "b", "c", "d", "e", "f").forEach(key -> kafka.send(topic, key, TestKafka.numbers(0, 1)));
            assertThat(signals.stream()
                            .filter(Arrived.class::isInstance)
                            .map(signal -> ((Arrived) signal).record().partition()))
                    .anyMatch(partition -> partition > 1);
        });
    }

    @Test
    void goesOnWhereItWasWhenTheBrokerIsBack() {
        List<TailSignal> signals = follow("a");
        kafka.send(topic, "a", TestKafka.numbers(0, 5));
        await().atMost(PATIENCE).until(() -> texts(signals).size() == 5);
        broker.kill();
        broker.restart();
        kafka.send(topic, "a", TestKafka.numbers(5, 5));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(texts(signals))
                        .isEqualTo(
                                IntStream.range(0, 10).mapToObj(String::valueOf).toList()));
        assertThat(signals).noneMatch(Lost.class::isInstance);
    }

    @Test
    void aSlowFollowerLosesTheNewestAndIsToldWhileTheOthersHearAll() {
        List<TailSignal> quick = follow("a");
        List<TailSignal> taken = new CopyOnWriteArrayList<>();
        BaseSubscriber<TailSignal> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(TailSignal signal) {
                taken.add(signal);
            }
        };
        tail.follow("a"::equals, 10, PLENTY).subscribe(slow);
        await().atMost(PATIENCE).until(() -> !taken.isEmpty());
        kafka.send(topic, "a", TestKafka.numbers(0, 100));
        await().atMost(PATIENCE).until(() -> texts(quick).size() == 100);
        slow.request(Long.MAX_VALUE);
        await().atMost(PATIENCE).until(() -> taken.stream().anyMatch(Lost.class::isInstance));
        assertThat(texts(taken)).hasSizeLessThan(15).startsWith("0", "1", "2");
        kafka.send(topic, "a", TestKafka.numbers(100, 1));
        await().atMost(PATIENCE).until(() -> texts(taken).contains("100"));
    }

    @Test
    void tellsAgainWhatCameSinceAndSaysWhenItCannot() throws Exception {
        Following start = (Following) follow("a").getFirst();
        Map<Integer, Long> from = start.positionsOf(List.of("a"));
        kafka.send(topic, "a", TestKafka.numbers(0, 20));
        TopicReplay.Replayed replayed = tail.since(from, "a"::equals, 100).block(PATIENCE);
        assertThat(replayed.records()).extracting(Edge::text).hasSize(20).startsWith("0", "1");
        int partition = from.keySet().iterator().next();
        assertThat(replayed.until()).isEqualTo(Map.of(partition, from.get(partition) + 20));

        assertThat(tail.since(from, "a"::equals, 19).blockOptional(PATIENCE)).isEmpty();
        assertThat(tail.since(Map.of(partition, 1_000L), "a"::equals, 100).blockOptional(PATIENCE))
                .isEmpty();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(5)))
                    .all()
                    .get();
        }
        assertThat(tail.since(from, "a"::equals, 100).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void itsFollowersEndWhenTheServiceStops() {
        List<String> ended = new CopyOnWriteArrayList<>();
        tail.follow("a"::equals, 10, PLENTY)
                .doOnComplete(() -> ended.add("one"))
                .subscribe();
        tail.stop();
        tail.follow("a"::equals, 10, PLENTY)
                .doOnComplete(() -> ended.add("late"))
                .subscribe();
        await().atMost(PATIENCE).until(() -> ended.size() == 2);
    }

    /** Everything the follower hears, once it has begun. */
    private List<TailSignal> follow(String... keys) {
        List<TailSignal> signals = new CopyOnWriteArrayList<>();
        tail.follow(List.of(keys)::contains, 1_000, PLENTY).subscribe(signals::add);
        await().atMost(PATIENCE).until(() -> !signals.isEmpty());
        assertThat(signals.getFirst()).isInstanceOf(Following.class);
        return signals;
    }

    private static List<String> texts(List<TailSignal> signals) {
        return signals.stream()
                .filter(Arrived.class::isInstance)
                .map(signal -> new String(((Arrived) signal).record().value(), UTF_8))
                .toList();
    }
}
