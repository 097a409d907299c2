package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/**
 * What one consumer reads and in which portions.
 *
 * @param group consumer group; also names its dead-letter topics, meters and threads
 * @param maxBatch records a batch at most
 * @param maxBatchBytes values a batch at most; a single larger record is a batch of its own
 * @param minInterval shortest time between the starts of two batches: zero for live traffic, more to throttle
 * @param handleTimeout longest time for one attempt at a batch; then it is tried again
 */
public record BatchConsumerSettings(
        String group,
        Set<String> topics,
        int maxBatch,
        DataSize maxBatchBytes,
        Duration minInterval,
        Duration handleTimeout,
        RetryPolicy retry) {

    public BatchConsumerSettings {
        topics = Set.copyOf(topics);
        if (topics.isEmpty() || maxBatch < 1 || maxBatchBytes.toBytes() < 1) {
            throw new IllegalArgumentException("A consumer needs topics and batches of at least one record and byte");
        }
    }

    /** Live traffic: up to 500 records or 8 MB a batch, no throttle. */
    public static BatchConsumerSettings of(String group, String... topics) {
        return new BatchConsumerSettings(
                group,
                Set.of(topics),
                500,
                DataSize.ofMegabytes(8),
                Duration.ZERO,
                Duration.ofMinutes(2),
                RetryPolicy.DEFAULT);
    }

    public BatchConsumerSettings withMaxBatch(int records) {
        return new BatchConsumerSettings(group, topics, records, maxBatchBytes, minInterval, handleTimeout, retry);
    }

    public BatchConsumerSettings withMaxBatchBytes(DataSize size) {
        return new BatchConsumerSettings(group, topics, maxBatch, size, minInterval, handleTimeout, retry);
    }

    public BatchConsumerSettings withMinInterval(Duration interval) {
        return new BatchConsumerSettings(group, topics, maxBatch, maxBatchBytes, interval, handleTimeout, retry);
    }

    public BatchConsumerSettings withHandleTimeout(Duration timeout) {
        return new BatchConsumerSettings(group, topics, maxBatch, maxBatchBytes, minInterval, timeout, retry);
    }

    public BatchConsumerSettings withRetry(RetryPolicy policy) {
        return new BatchConsumerSettings(group, topics, maxBatch, maxBatchBytes, minInterval, handleTimeout, policy);
    }
}
