package groupwatch.kit.kafka;

import groupwatch.kit.metrics.PipelineMetrics;
import groupwatch.kit.tracing.KafkaTracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Predicate;

/** Makes the consumers of a service. */
public final class BatchConsumers {

    private final KafkaClients clients;
    private final RecordPublisher publisher;
    private final MeterRegistry meters;
    private final KafkaTracing tracing;
    private final Clock clock;

    BatchConsumers(
            KafkaClients clients, RecordPublisher publisher, MeterRegistry meters, KafkaTracing tracing, Clock clock) {
        this.clients = clients;
        this.publisher = publisher;
        this.meters = meters;
        this.tracing = tracing;
        this.clock = clock;
    }

    /**
     * A consumer, not yet started.
     *
     * @param poison tells an error that blames a record (it will fail again, always) from one that does not
     */
    public BatchConsumer create(BatchConsumerSettings settings, BatchHandler handler, Predicate<Throwable> poison) {
        PipelineMetrics metrics = new PipelineMetrics(meters, settings.group());
        BatchReceiver receiver = new BatchReceiver(settings, clients.consumer(settings));
        metrics.watchLag(receiver::lag);
        BatchPipeline pipeline = new BatchPipeline(
                settings, handler, publisher, poison, new DeadLetters(settings.group(), clock), metrics, tracing);
        return new BatchConsumer(settings, receiver, pipeline, new ConsumerProgress(clock, metrics));
    }
}
