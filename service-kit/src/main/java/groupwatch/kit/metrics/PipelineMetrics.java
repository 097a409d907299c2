package groupwatch.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What became of the records a consumer read. For each consumer {@code consumed} (over all topics) = {@code handled}
 * (over the outcomes stored, duplicate, ignored, rejected). Failed attempts are counted apart: a batch that succeeds at
 * the third attempt is two failed attempts, and its records count once. Alert on attempts that fail and on rejected.
 */
public final class PipelineMetrics {

    static final String CONSUMED = "groupwatch.records.consumed";
    static final String HANDLED = "groupwatch.records.handled";
    static final String ATTEMPTS_FAILED = "groupwatch.batch.attempts.failed";
    static final String BATCH_DURATION = "groupwatch.batch.duration";
    static final String RESTARTS = "groupwatch.consumer.restarts";
    static final String LAG = "groupwatch.consumer.lag";

    private final MeterRegistry registry;
    private final String consumer;

    public PipelineMetrics(MeterRegistry registry, String consumer) {
        this.registry = registry;
        this.consumer = consumer;
    }

    /** A batch is done: its effect and its dead letters are durable. */
    public void done(Map<String, Integer> recordsByTopic, int stored, int duplicate, int ignored, int rejected) {
        recordsByTopic.forEach(
                (topic, records) -> counter(CONSUMED, "Records read, whatever became of them", "topic", topic)
                        .increment(records));
        handled("stored", stored);
        handled("duplicate", duplicate);
        handled("ignored", ignored);
        handled("rejected", rejected);
    }

    private void handled(String outcome, int records) {
        counter(HANDLED, "Records handled, by what became of them", "outcome", outcome)
                .increment(records);
    }

    /** An attempt at a batch failed. */
    public void attemptFailed(String reason) {
        counter(ATTEMPTS_FAILED, "Attempts at a batch that failed; poison: a record is to blame", "reason", reason)
                .increment();
    }

    /** The connection to the broker was given up and made anew. */
    public void restarted() {
        Counter.builder(RESTARTS)
                .description("Times the consumer was made anew after an error")
                .tag("consumer", consumer)
                .register(registry)
                .increment();
    }

    /** From the first attempt to the last dead letter. */
    public void took(Duration duration) {
        Timer.builder(BATCH_DURATION)
                .description("Time from a batch's arrival until its effect is durable")
                .tag("consumer", consumer)
                .register(registry)
                .record(duration);
    }

    /** Registers the gauge of records that wait in the partition that waits longest. */
    public void watchLag(Supplier<Number> lag) {
        Gauge.builder(LAG, lag)
                .description("Records waiting in the assigned partition that is furthest behind")
                .tag("consumer", consumer)
                .strongReference(true)
                .register(registry);
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name)
                .description(description)
                .tag("consumer", consumer)
                .tag(tag, value)
                .register(registry);
    }
}
