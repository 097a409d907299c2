package groupwatch.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.Edge.Poison;
import groupwatch.kit.metrics.PipelineMetrics;
import groupwatch.kit.tracing.KafkaTracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class BatchPipelineTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<OutgoingRecord> deadLetters = new ArrayList<>();
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private int publisherFailures;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void setsAsideExactlyTheBadRecordsAndTheNumbersAddUp(long seed) {
        Random random = new Random(seed);
        List<IncomingRecord> batch = batch(1 + random.nextInt(200));
        Set<Long> bad = batch.stream()
                .map(IncomingRecord::offset)
                .filter(offset -> random.nextInt(20) == 0)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Long> stored = new ArrayList<>();
        BatchHandler handler = part -> Mono.defer(() -> {
            if (random.nextInt(4) == 0) {
                return Mono.error(new IllegalStateException("connection lost"));
            }
            if (part.stream().anyMatch(record -> bad.contains(record.offset()))) {
                return Mono.error(new Poison("bad"));
            }
            part.forEach(record -> stored.add(record.offset()));
            int duplicates = part.size() / 3;
            return Mono.just(new BatchResult(part.size() - duplicates, duplicates, 0, List.of()));
        });

        StepVerifier.withVirtualTime(() -> pipeline(handler).process(batch, stopping.asMono()))
                .thenAwait(Duration.ofMinutes(10))
                .expectComplete()
                .verify(Duration.ofSeconds(20));

        assertThat(stored)
                .as("seed %d", seed)
                .containsExactlyElementsOf(batch.stream()
                        .map(IncomingRecord::offset)
                        .filter(offset -> !bad.contains(offset))
                        .toList());
        assertThat(deadLetters)
                .extracting(record -> Long.valueOf(record.headers().get(DeadLetters.OFFSET)))
                .containsExactlyElementsOf(bad);
        assertThat(sum("groupwatch.records.consumed")).isEqualTo(batch.size());
        assertThat(sum("groupwatch.records.handled")).isEqualTo(batch.size());
    }

    @Test
    void countsFailedAttemptsApart() {
        AtomicInteger attempts = new AtomicInteger();
        BatchHandler handler = part -> attempts.incrementAndGet() < 4
                ? Mono.error(new IllegalStateException("connection lost"))
                : Mono.just(new BatchResult(2, 1, 1, List.of(new RejectedRecord(part.getFirst(), "not a webhook"))));

        StepVerifier.withVirtualTime(() -> pipeline(handler).process(batch(5), stopping.asMono()))
                .thenAwait(Duration.ofMinutes(1))
                .verifyComplete();

        assertThat(sum("groupwatch.records.consumed")).isEqualTo(5);
        assertThat(meters.get("groupwatch.records.handled")
                        .tag("outcome", "rejected")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(sum("groupwatch.batch.attempts.failed")).isEqualTo(3);
    }

    @Test
    void triesAgainWhenAnAttemptHangs() {
        AtomicInteger attempts = new AtomicInteger();
        BatchHandler handler =
                part -> attempts.incrementAndGet() == 1 ? Mono.never() : Mono.just(BatchResult.stored(part.size()));

        StepVerifier.withVirtualTime(() -> pipeline(handler).process(batch(3), stopping.asMono()))
                .thenAwait(Duration.ofMinutes(3))
                .verifyComplete();

        assertThat(meters.get("groupwatch.batch.attempts.failed")
                        .tag("reason", "timeout")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void waitsForTheDeadLetterBeforeTheBatchIsDone() {
        publisherFailures = 5;

        StepVerifier.withVirtualTime(
                        () -> pipeline(part -> Mono.error(new Poison("bad"))).process(batch(1), stopping.asMono()))
                .thenAwait(Duration.ofMinutes(1))
                .verifyComplete();

        assertThat(deadLetters).hasSize(1);
        assertThat(sum("groupwatch.records.handled")).isEqualTo(1);
    }

    @Test
    void doesNotTryAgainWhenTheServiceStops() {
        StepVerifier.withVirtualTime(() -> pipeline(part -> Mono.error(new IllegalStateException("connection lost")))
                        .process(batch(3), stopping.asMono()))
                .thenAwait(Duration.ofMinutes(1))
                .then(stopping::tryEmitEmpty)
                .verifyError(CancellationException.class);

        assertThat(meters.find("groupwatch.records.consumed").counters()).isEmpty();
    }

    private BatchPipeline pipeline(BatchHandler handler) {
        return new BatchPipeline(
                BatchConsumerSettings.of("store", "raw"),
                handler,
                new Recording(),
                Poison.class::isInstance,
                new DeadLetters("store", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                new PipelineMetrics(meters, "store"),
                KafkaTracing.NONE);
    }

    /** Remembers what is published, after failing a given number of times. */
    private final class Recording implements RecordPublisher {

        @Override
        public Mono<Void> publish(OutgoingRecord record) {
            return publishAll(List.of(record));
        }

        @Override
        public Mono<Void> publishAll(List<OutgoingRecord> records) {
            return Mono.defer(() -> {
                if (publisherFailures-- > 0) {
                    return Mono.error(new BrokerUnavailableException("away"));
                }
                deadLetters.addAll(records);
                return Mono.empty();
            });
        }
    }

    private double sum(String meter) {
        return meters.get(meter).counters().stream().mapToDouble(Counter::count).sum();
    }

    private static List<IncomingRecord> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(offset -> new IncomingRecord("raw", 0, offset, "key", new byte[10], Map.of(), Instant.EPOCH))
                .toList();
    }
}
