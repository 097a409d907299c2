package groupwatch.kit.kafka;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to the broker. Records of one key keep their order; a record without a key goes to any partition.
 * The bytes are not copied: who hands them over no longer writes to them.
 *
 * @param headers header name to value, sent as UTF-8
 */
public record OutgoingRecord(String topic, @Nullable String key, byte[] value, Map<String, String> headers) {

    public OutgoingRecord {
        headers = Map.copyOf(headers);
    }

    /** A compacted topic forgets what it has of the key. */
    public static OutgoingRecord tombstone(String topic, String key) {
        return new OutgoingRecord(topic, key, new byte[0], Map.of());
    }

    boolean isTombstone() {
        return value.length == 0;
    }

    /** Bytes this record holds in memory until the broker has acknowledged it. */
    public int size() {
        int size = value.length + (key == null ? 0 : key.length());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
