package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tail's thread: polls, tells the followers, and connects anew after an error, where it was. */
final class TailLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(TailLoop.class);

    /** Who comes is greeted within this time, and a stop is heard. */
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final TailClients clients;
    private final TopicTail tail;

    /** Of each partition the next offset; known partitions keep theirs over connections. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    private long lastFollowed = System.nanoTime();
    private long lastLooked = System.nanoTime();
    private int failures;
    private boolean ended;

    TailLoop(String topic, TailClients clients, TopicTail tail) {
        this.topic = topic;
        this.clients = clients;
        this.tail = tail;
    }

    @Override
    public void run() {
        while (!ends()) {
            try (Consumer<String, byte[]> consumer = clients.connect(topic)) {
                assign(consumer);
                while (!ends()) {
                    poll(consumer);
                    failures = 0;
                    lookForPartitions(consumer);
                }
            } catch (RuntimeException error) {
                log.warn("{}: the tail connects anew after: {}", topic, String.valueOf(error));
                LockSupport.parkNanos(RetryPolicy.DEFAULT.pause(failures++).toNanos());
            }
        }
    }

    /** Once it is said that this loop ends, another one may have begun. */
    private boolean ends() {
        if (tail.isFollowed()) {
            lastFollowed = System.nanoTime();
        }
        ended = ended || tail.ends(System.nanoTime() - lastFollowed > TopicTail.LINGER.toNanos());
        return ended;
    }

    /** At first from the end; what comes to be later, from its beginning. */
    private void assign(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = partitions(consumer);
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic);
        }
        List<TopicPartition> unknown =
                all.stream().filter(one -> !positions.containsKey(one)).toList();
        positions.putAll(positions.isEmpty() ? consumer.endOffsets(unknown) : consumer.beginningOffsets(unknown));
        consumer.assign(all);
        all.forEach(one -> consumer.seek(one, positions.getOrDefault(one, 0L)));
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private void lookForPartitions(Consumer<String, byte[]> consumer) {
        if (System.nanoTime() - lastLooked < clients.lookForPartitions().toNanos()) {
            return;
        }
        lastLooked = System.nanoTime();
        if (partitions(consumer).size() != positions.size()) {
            assign(consumer);
        }
    }

    private void poll(Consumer<String, byte[]> consumer) {
        List<TailFollower> followers = tail.followers(positionsByNumber());
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(record -> tell(record, followers));
            records.partitions().forEach(one -> positions.put(one, consumer.position(one)));
        } catch (InvalidOffsetException gone) {
            toEnd(consumer, gone.partitions());
            followers.forEach(TailFollower::lost);
        }
    }

    private void toEnd(Consumer<String, byte[]> consumer, Collection<TopicPartition> lost) {
        positions.putAll(consumer.endOffsets(lost));
        lost.forEach(one -> consumer.seek(one, positions.getOrDefault(one, 0L)));
    }

    private static void tell(ConsumerRecord<String, byte[]> record, List<TailFollower> followers) {
        if (record.key() == null) {
            return;
        }
        @Nullable IncomingRecord incoming = null;
        for (TailFollower follower : followers) {
            if (follower.wants(record.key())) {
                incoming = incoming == null ? KafkaRecords.incoming(record) : incoming;
                follower.arrived(incoming);
            }
        }
    }

    private Map<Integer, Long> positionsByNumber() {
        Map<Integer, Long> byNumber = new HashMap<>();
        positions.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
        return byNumber;
    }
}
