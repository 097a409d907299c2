package groupwatch.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.kafka.Edge.Poison;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@WithKafka
class BatchConsumerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestKafka kafka;
    private final Edge edge;
    private final List<BatchConsumer> started = new ArrayList<>();
    private String topic = "";
    private String group = "";

    BatchConsumerIT(TestKafka kafka) {
        this.kafka = kafka;
        this.edge = new Edge(kafka.bootstrapServers());
    }

    @BeforeEach
    void topic() {
        topic = kafka.createTopic(kafka.unique("numbers"), 2);
        group = kafka.unique("readers");
    }

    @AfterEach
    void stopAll() {
        started.forEach(BatchConsumer::stop);
        edge.close();
    }

    @Test
    void handlesEveryRecordAndCommitsAfterTheEffect() {
        kafka.send(topic, "a", TestKafka.numbers(0, 300));
        Sinks.Empty<Void> permission = Sinks.empty();
        List<String> seen = new CopyOnWriteArrayList<>();
        start(
                settings(),
                batch -> permission
                        .asMono()
                        .then(Mono.fromRunnable(() -> seen.addAll(Edge.texts(batch))))
                        .thenReturn(BatchResult.stored(batch.size())));

        await().atMost(PATIENCE)
                .until(() -> started.getFirst().progress().inHand().toMillis() > 600);
        assertThat(committed()).isZero();

        permission.tryEmitEmpty();
        await().atMost(PATIENCE).until(() -> committed() == 300);
        assertThat(seen).containsExactlyElementsOf(numbers(0, 300));
        assertThat(edge.handled("stored")).isEqualTo(300);
    }

    @Test
    void waitsWhileABatchIsInHandAndMoreIsThere() {
        kafka.send(topic, "a", TestKafka.numbers(0, 2_000));
        Sinks.Empty<Void> permission = Sinks.empty();
        start(settings(), batch -> permission.asMono().thenReturn(BatchResult.stored(batch.size())));
        await().atMost(PATIENCE)
                .until(() -> started.getFirst().progress().inHand().toMillis() > 500);

        Duration before = pollingTime();
        await().atMost(PATIENCE)
                .until(() -> started.getFirst().progress().inHand().toMillis() > 2_500);

        // processor time, which a busy machine makes less, not more: turning round and round takes most of two seconds
        assertThat(pollingTime().minus(before)).isLessThan(Duration.ofMillis(500));
        permission.tryEmitEmpty();
        await().atMost(PATIENCE).until(() -> committed() == 2_000);
    }

    /** Processor time of the threads that poll. */
    private static Duration pollingTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Duration.ofNanos(Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("reactive-kafka"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum());
    }

    @Test
    void losesNothingWhenTheHandlerFailsSeveralTimes() {
        kafka.send(topic, "a", TestKafka.numbers(0, 50));
        AtomicInteger attempts = new AtomicInteger();
        List<String> seen = new CopyOnWriteArrayList<>();
        start(
                settings(),
                batch -> Mono.defer(() -> {
                    if (attempts.incrementAndGet() <= 4) {
                        return Mono.error(new IllegalStateException("the database is away"));
                    }
                    seen.addAll(Edge.texts(batch));
                    return Mono.just(BatchResult.stored(batch.size()));
                }));

        await().atMost(PATIENCE).until(() -> committed() == 50);
        assertThat(seen).containsExactlyElementsOf(numbers(0, 50));
        assertThat(edge.meters
                        .get("groupwatch.batch.attempts.failed")
                        .tag("reason", "transient")
                        .counter()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void setsTheBadRecordsAsideAndStoresTheOthers() {
        String deadLetters = kafka.createTopic(topic + "." + group + ".dlt", 1);
        kafka.send(topic, "a", TestKafka.numbers(0, 40));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        start(
                settings(),
                batch -> Mono.defer(() -> {
                    List<String> texts = Edge.texts(batch);
                    if (texts.contains("7") || texts.contains("23")) {
                        return Mono.error(new Poison("value out of range"));
                    }
                    seen.addAll(texts);
                    return Mono.just(BatchResult.stored(batch.size()));
                }));

        await().atMost(PATIENCE).until(() -> committed() == 40);
        assertThat(seen).hasSize(38).doesNotContain("7", "23");
        List<ConsumerRecord<String, byte[]>> dead = kafka.readAll(deadLetters);
        assertThat(dead).extracting(record -> new String(record.value(), UTF_8)).containsExactly("7", "23");
        assertThat(headers(dead.getFirst()))
                .containsEntry("groupwatch-dlt-reason", "value out of range")
                .containsEntry("groupwatch-dlt-topic", topic)
                .containsEntry("groupwatch-dlt-offset", "7")
                .containsEntry("groupwatch-dlt-exception", Poison.class.getName())
                .containsKeys("groupwatch-dlt-partition", "groupwatch-dlt-at");
        assertThat(dead.getFirst().key()).isEqualTo("a");
        assertThat(edge.handled("stored") + edge.handled("rejected")).isEqualTo(40);
    }

    @Test
    void keepsBatchesUnderTheirLimits() {
        kafka.send(topic, "a", TestKafka.numbers(0, 100));
        kafka.send(topic, "a", new byte[600_000], new byte[600_000], new byte[5_000_000], new byte[10]);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        List<Integer> bytes = new CopyOnWriteArrayList<>();
        start(
                settings().withMaxBatch(30).withMaxBatchBytes(DataSize.ofMegabytes(1)),
                batch -> Mono.fromSupplier(() -> {
                    sizes.add(batch.size());
                    bytes.add(batch.stream()
                            .mapToInt(record -> record.value().length)
                            .sum());
                    return BatchResult.stored(batch.size());
                }));

        await().atMost(PATIENCE).until(() -> committed() == 104);
        assertThat(sizes).allMatch(size -> size <= 30);
        assertThat(bytes).allMatch(size -> size <= 1024 * 1024 || size == 5_000_000);
    }

    @Test
    void readsNoFurtherWhileABatchIsInHand() {
        kafka.send(topic, "a", TestKafka.numbers(0, 100));
        AtomicInteger batches = new AtomicInteger();
        Sinks.Empty<Void> permission = Sinks.empty();
        start(
                settings().withMaxBatch(10),
                batch -> Mono.defer(() -> {
                    batches.incrementAndGet();
                    return permission.asMono().thenReturn(BatchResult.stored(batch.size()));
                }));

        await().atMost(PATIENCE)
                .until(() -> started.getFirst().progress().inHand().toMillis() > 1500);
        assertThat(batches).hasValue(1);
        assertThat(edge.meters.get("groupwatch.consumer.lag").gauge().value()).isBetween(70.0, 100.0);
        permission.tryEmitEmpty();
    }

    @Test
    void startsBatchesNoFasterThanTheThrottleAllows() {
        kafka.send(topic, "a", TestKafka.numbers(0, 50));
        List<Long> starts = new CopyOnWriteArrayList<>();
        start(
                settings().withMaxBatch(10).withMinInterval(Duration.ofMillis(300)),
                batch -> Mono.fromSupplier(() -> {
                    starts.add(System.nanoTime());
                    return BatchResult.stored(batch.size());
                }));

        await().atMost(PATIENCE).until(() -> committed() == 50);
        assertThat(starts.getLast() - starts.getFirst())
                .isGreaterThan(Duration.ofMillis(290L * (starts.size() - 1)).toNanos());
    }

    @Test
    void stopDrainsTheBatchInHandAndARestartGoesOnAfterIt() {
        kafka.send(topic, "a", TestKafka.numbers(0, 20));
        AtomicBoolean ended = new AtomicBoolean();
        List<String> seen = new CopyOnWriteArrayList<>();
        BatchHandler slow = batch -> Mono.delay(Duration.ofMillis(800)).then(Mono.fromSupplier(() -> {
            ended.set(true);
            seen.addAll(Edge.texts(batch));
            return BatchResult.stored(batch.size());
        }));
        BatchConsumer first = start(settings().withMaxBatch(10), slow);
        await().atMost(PATIENCE).until(() -> !first.progress().inHand().isZero());

        first.stop();

        assertThat(ended).isTrue();
        assertThat(committed()).isEqualTo(10);
        start(settings().withMaxBatch(10), slow);
        await().atMost(PATIENCE).until(() -> committed() == 20);
        assertThat(seen).containsExactlyElementsOf(numbers(0, 20));
    }

    @Test
    void readsAgainWhatWasNotCommitted() {
        kafka.send(topic, "a", TestKafka.numbers(0, 20));
        BatchConsumer first = start(settings(), batch -> Mono.error(new IllegalStateException("the database is away")));
        await().atMost(PATIENCE).until(() -> first.progress().inHand().toMillis() > 300);

        first.stop();

        assertThat(committed()).isZero();
        List<String> seen = new CopyOnWriteArrayList<>();
        start(
                settings(),
                batch -> Mono.fromSupplier(() -> {
                    seen.addAll(Edge.texts(batch));
                    return BatchResult.stored(batch.size());
                }));
        await().atMost(Duration.ofSeconds(90)).until(() -> committed() == 20);
        assertThat(seen).contains(numbers(0, 20).toArray(String[]::new));
    }

    @Test
    void losesNothingWhileConsumersComeAndGo() {
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        BatchHandler handler = batch -> Mono.delay(Duration.ofMillis(20)).then(Mono.fromSupplier(() -> {
            Edge.texts(batch).forEach(text -> seen.merge(text, 1, Integer::sum));
            return BatchResult.stored(batch.size());
        }));
        BatchConsumer first = start(settings().withMaxBatch(50), handler);
        AtomicInteger sent = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> sendMore(sent) && first.progress().lastDone() != null);
        BatchConsumer second = start(settings().withMaxBatch(50), handler);
        await().atMost(PATIENCE).until(() -> sendMore(sent) && second.progress().lastDone() != null);
        first.stop();
        sendMore(sent);

        await().atMost(PATIENCE).until(() -> committed() == sent.get());
        assertThat(seen.keySet()).hasSize(sent.get());
    }

    /** 100 records more, over ten keys and so over both partitions. */
    private boolean sendMore(AtomicInteger sent) {
        for (int key = 0; key < 10; key++) {
            kafka.send(topic, "key" + key, TestKafka.numbers(sent.getAndAdd(10), 10));
        }
        return true;
    }

    private BatchConsumerSettings settings() {
        return BatchConsumerSettings.of(group, topic);
    }

    private BatchConsumer start(BatchConsumerSettings settings, BatchHandler handler) {
        BatchConsumer consumer = edge.consumer(settings, handler);
        started.add(consumer);
        consumer.start();
        return consumer;
    }

    private long committed() {
        return kafka.committed(group, topic).values().stream()
                .mapToLong(offset -> offset)
                .sum();
    }

    private static List<String> numbers(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(String::valueOf).toList();
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        return java.util.Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }
}
