package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * How tails reach the broker.
 *
 * @param connector makes a consumer for a topic, without a group
 * @param lookForPartitions how often added partitions are looked for
 */
record TailClients(Function<String, Consumer<String, byte[]>> connector, Duration lookForPartitions) {

    Consumer<String, byte[]> connect(String topic) {
        return connector.apply(topic);
    }
}
