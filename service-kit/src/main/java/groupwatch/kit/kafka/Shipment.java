package groupwatch.kit.kafka;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Records of one topic on their way together, in order. It ends once, when the producer let go of the last of them:
 * only then is their memory free.
 */
final class Shipment implements Callback {

    private final List<ProducerRecord<String, byte[]>> records;
    private final Ending ending;
    private final AtomicInteger open;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Hears how a shipment ended, on the producer's thread or the sender's. */
    @FunctionalInterface
    interface Ending {
        void ended(@Nullable Exception failure);
    }

    Shipment(List<ProducerRecord<String, byte[]>> records, Ending ending) {
        this.records = records;
        this.ending = ending;
        this.open = new AtomicInteger(records.size());
    }

    /** Hands the records to the producer. May block for the producer's {@code max.block.ms}. */
    void send(ProducerSlot producer) {
        int sent = 0;
        try {
            while (sent < records.size() && failure.get() == null) {
                // counted before the call: when the broker is away it blocks first and calls back itself
                producer.send(records.get(sent++), this);
            }
            giveUp(records.size() - sent, null);
        } catch (RuntimeException notTaken) {
            giveUp(records.size() - sent + 1, notTaken);
        }
    }

    /** Ends without sending. */
    void refuse(Exception why) {
        giveUp(records.size(), why);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        giveUp(1, exception);
    }

    private void giveUp(int count, @Nullable Exception why) {
        if (why != null) {
            failure.compareAndSet(null, why);
        }
        if (count > 0 && open.addAndGet(-count) == 0) {
            ending.ended(failure.get());
        }
    }
}
