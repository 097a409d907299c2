package groupwatch.kit.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.internals.ConsumerFactory;

/**
 * Makes the consumers for Reactor Kafka and knows when the last one has closed. Reactor Kafka closes behind the back of
 * whoever cancels; a process that ends before that leaves a member in the group that the broker waits for (45 s).
 */
final class OwnedConsumers extends ConsumerFactory {

    private volatile @Nullable Owned<?, ?> latest;

    @Override
    public <K, V> Consumer<K, V> createConsumer(ReceiverOptions<K, V> options) {
        Owned<K, V> consumer = new Owned<>(options);
        latest = consumer;
        return consumer;
    }

    long lag() {
        Owned<?, ?> consumer = latest;
        return consumer == null ? 0 : consumer.lag();
    }

    Mono<Void> closed() {
        Owned<?, ?> consumer = latest;
        return consumer == null ? Mono.empty() : consumer.closed.asMono();
    }

    private static final class Owned<K, V> extends PatientConsumer<K, V> {

        private final Sinks.Empty<Void> closed = Sinks.empty();

        Owned(ReceiverOptions<K, V> options) {
            super(options.consumerProperties(), options.keyDeserializer(), options.valueDeserializer());
        }

        @Override
        @SuppressWarnings("deprecation") // the one Reactor Kafka calls
        public void close(Duration timeout) {
            try {
                super.close(timeout);
            } finally {
                closed.tryEmitEmpty();
            }
        }

        long lag() {
            return metrics().values().stream()
                    .filter(metric -> metric.metricName().name().equals("records-lag-max"))
                    .map(Metric::metricValue)
                    .filter(Double.class::isInstance)
                    .map(Double.class::cast)
                    .filter(Double::isFinite)
                    .mapToLong(Double::longValue)
                    .max()
                    .orElse(0);
        }
    }
}
