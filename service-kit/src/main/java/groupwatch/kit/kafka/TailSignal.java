package groupwatch.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Utils;

/** What a follower of a {@link TopicTail} hears. */
public sealed interface TailSignal {

    /**
     * The first signal: from here on every record comes.
     *
     * @param positions of each partition the offset of the next record
     */
    record Following(Map<Integer, Long> positions) implements TailSignal {

        public Following {
            positions = Map.copyOf(positions);
        }

        /** Those of the partitions in which records with these keys lie, as the suite's publisher places them. */
        public Map<Integer, Long> positionsOf(Collection<String> keys) {
            Map<Integer, Long> found = new TreeMap<>();
            for (String key : keys) {
                int partition = Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % positions.size();
                found.put(partition, positions.getOrDefault(partition, 0L));
            }
            return found;
        }
    }

    /** A record that the follower wants. */
    record Arrived(IncomingRecord record) implements TailSignal {}

    /** Records are missing here: the follower was too slow for them, or the broker no longer had them. */
    record Lost() implements TailSignal {}
}
