package groupwatch.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What became of the records a service wanted to send. Per topic: {@code acknowledged + unavailable + refused +
 * oversized} = all that was handed over.
 */
public final class PublisherMetrics {

    static final String PUBLISHED = "groupwatch.records.published";
    static final String IN_FLIGHT = "groupwatch.publisher.in.flight";

    /** How a record ended. */
    public enum Outcome {
        /** All in-sync replicas have it. */
        ACKNOWLEDGED,
        /** The broker did not take it in time. */
        UNAVAILABLE,
        /** Turned away at once, because too much is waiting already. */
        REFUSED,
        /** Larger than the topic takes. */
        OVERSIZED
    }

    private final MeterRegistry registry;

    public PublisherMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void published(String topic, Outcome outcome, int records) {
        Counter.builder(PUBLISHED)
                .description("Records handed to the publisher, by how they ended")
                .tag("topic", topic)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment(records);
    }

    /** Registers the gauge of bytes handed over and not yet acknowledged. */
    public void watchInFlight(Supplier<Number> bytes) {
        Gauge.builder(IN_FLIGHT, bytes)
                .description("Bytes handed to the publisher and not yet acknowledged")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
    }
}
