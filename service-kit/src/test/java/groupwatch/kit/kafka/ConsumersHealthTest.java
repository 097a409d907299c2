package groupwatch.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.metrics.PipelineMetrics;
import groupwatch.kit.metrics.PublisherMetrics;
import groupwatch.kit.tracing.KafkaTracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

class ConsumersHealthTest {

    private final SettableClock clock = new SettableClock();
    private final PipelineMetrics metrics = new PipelineMetrics(new SimpleMeterRegistry(), "store");
    private final ConsumerProgress progress = new ConsumerProgress(clock, metrics);
    private final BatchConsumer consumer = consumer();
    private final ConsumersHealth health = new ConsumersHealth(() -> Stream.of(consumer));

    @AfterEach
    void stop() {
        consumer.stop();
    }

    @Test
    void aConsumerThatDoesNotRunIsDown() {
        assertThat(health.health())
                .returns(Status.DOWN, Health::getStatus)
                .returns(Map.of("store", "stopped"), Health::getDetails);
    }

    @Test
    void aConsumerWithTheSameBatchForAMinuteIsStuckUntilItIsDone() {
        consumer.start();
        progress.begun();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        clock.now = clock.now.plusSeconds(61);
        assertThat(health.health().getDetails()).isEqualTo(Map.of("store", "stuck"));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        progress.done();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(progress.inHand()).isEqualTo(Duration.ZERO);
    }

    private BatchConsumer consumer() {
        BatchConsumerSettings settings = BatchConsumerSettings.of("store", "raw");
        KafkaClients clients = new KafkaClients(
                new KafkaSettings("127.0.0.1:1", 1, (short) 1, "consumer", Edge.QUICK, Map.of()), "test");
        BatchPipeline pipeline = new BatchPipeline(
                settings,
                batch -> Mono.just(BatchResult.stored(batch.size())),
                new KafkaRecordPublisher(clients, new PublisherMetrics(new SimpleMeterRegistry()), KafkaTracing.NONE),
                error -> false,
                new DeadLetters("store", clock),
                metrics,
                KafkaTracing.NONE);
        return new BatchConsumer(settings, new BatchReceiver(settings, clients.consumer(settings)), pipeline, progress);
    }

    /** Stands still until it is set. */
    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
