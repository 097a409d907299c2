package groupwatch.kit.kafka;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A topic as it is created when missing; an existing one is left as it is.
 *
 * @param partitions absent: as {@code groupwatch.kafka.partitions} says
 * @param retention how long records are kept; ignored when compacted
 * @param maxRecord largest record it takes
 * @param compacted keeps the newest record of each key instead of a span of time
 */
public record TopicSpec(
        String name, @Nullable Integer partitions, Duration retention, DataSize maxRecord, boolean compacted) {

    /** What was received: large records, 30 days. */
    public static TopicSpec raw(String name) {
        return new TopicSpec(name, null, Duration.ofDays(30), DataSize.ofMegabytes(16), false);
    }

    /** What the suite says: 90 days. */
    public static TopicSpec published(String name) {
        return new TopicSpec(name, null, Duration.ofDays(90), DataSize.ofMegabytes(1), false);
    }

    /** The newest state of each key. */
    public static TopicSpec compacted(String name) {
        return new TopicSpec(name, null, Duration.ofDays(90), DataSize.ofMegabytes(1), true);
    }

    /** Where the records of this topic go that a consumer group cannot take: as large, kept 90 days. */
    public TopicSpec deadLetters(String group) {
        return new TopicSpec(DeadLetters.topic(name, group), partitions, Duration.ofDays(90), maxRecord, false);
    }

    public TopicSpec withRetention(Duration time) {
        return new TopicSpec(name, partitions, time, maxRecord, compacted);
    }

    public TopicSpec withPartitions(int count) {
        return new TopicSpec(name, count, retention, maxRecord, compacted);
    }

    public TopicSpec withMaxRecord(DataSize size) {
        return new TopicSpec(name, partitions, retention, size, compacted);
    }
}
