package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The one producer of a service. Made at the first send, so that a broker whose name does not resolve yet is a failed
 * send and not a failed start; made anew when it has broken for good (kafka-clients then throws from {@code send}).
 */
final class ProducerSlot {

    private final Supplier<Producer<String, byte[]>> factory;
    private @Nullable Producer<String, byte[]> producer;
    private boolean closed;

    ProducerSlot(Supplier<Producer<String, byte[]>> factory) {
        this.factory = factory;
    }

    void send(ProducerRecord<String, byte[]> record, Callback callback) {
        Producer<String, byte[]> current = current();
        try {
            current.send(record, callback);
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (KafkaException | IllegalStateException broken) {
            discard(current);
            throw broken;
        }
    }

    /** Asks for the topic's partitions, so that the first send need not. May block for {@code max.block.ms}. */
    void prepare(String topic) {
        current().partitionsFor(topic);
    }

    private synchronized Producer<String, byte[]> current() {
        if (closed) {
            throw new IllegalStateException("The publisher is closed");
        }
        if (producer == null) {
            producer = factory.get();
        }
        return producer;
    }

    private synchronized void discard(Producer<String, byte[]> broken) {
        if (producer == broken) {
            producer = null;
            broken.close(Duration.ZERO);
        }
    }

    /** Sends what is buffered, for as long as the timeout allows. */
    synchronized void close(Duration timeout) {
        closed = true;
        if (producer != null) {
            producer.close(timeout);
            producer = null;
        }
    }
}
