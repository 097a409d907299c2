package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A consumer that waits quietly while all its partitions are paused. */
class PatientConsumer<K, V> extends KafkaConsumer<K, V> {

    private final Semaphore woken = new Semaphore(0);

    PatientConsumer(Map<String, Object> properties, @Nullable Deserializer<K> keys, @Nullable Deserializer<V> values) {
        super(properties, keys, values);
    }

    /**
     * The consumer of the {@code consumer} protocol does not wait while its partitions are paused and records of them are
     * buffered (KAFKA-21084): its poll turns round and round until its time is over, a whole processor during each batch. So the
     * waiting is done here.
     */
    @Override
    public ConsumerRecords<K, V> poll(Duration timeout) {
        if (!isPaused()) {
            return super.poll(timeout);
        }
        ConsumerRecords<K, V> records = super.poll(Duration.ZERO);
        if (records.isEmpty()) {
            awaitWakeup(timeout);
        }
        return records;
    }

    private boolean isPaused() {
        Set<TopicPartition> paused = paused();
        return !paused.isEmpty() && paused.size() == assignment().size();
    }

    private void awaitWakeup(Duration timeout) {
        try {
            if (woken.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void wakeup() {
        woken.release();
        super.wakeup();
    }
}
