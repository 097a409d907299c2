package groupwatch.kit.kafka;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as the broker gave it; topic, partition and offset name it for good.
 *
 * @param value empty for a tombstone
 * @param headers the last value of each header name, read as UTF-8
 * @param timestamp when the producer made it
 */
public record IncomingRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte[] value,
        Map<String, String> headers,
        Instant timestamp) {

    public IncomingRecord {
        headers = Map.copyOf(headers);
    }

    /** Where it stands, as {@code topic-partition@offset}: for logs and messages, never with content. */
    public String position() {
        return topic + "-" + partition + "@" + offset;
    }

    @Override
    public String toString() {
        return position();
    }
}
