package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads again, by a short connection of its own, what a topic got since some offsets. */
public final class TopicReplay {

    private static final Logger log = LoggerFactory.getLogger(TopicReplay.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int WAITING = 64;

    private final String topic;
    private final TailClients clients;
    private final Scheduler scheduler;

    TopicReplay(String topic, TailClients clients) {
        this.topic = topic;
        this.clients = clients;
        this.scheduler = Schedulers.newBoundedElastic(2, WAITING, "replay-" + topic, 10, true);
    }

    /**
     * What came since.
     *
     * @param records the wanted ones, in the order of each partition
     * @param until of each partition the first offset that was not read
     */
    public record Replayed(List<IncomingRecord> records, Map<Integer, Long> until) {

        public Replayed {
            records = List.copyOf(records);
            until = Map.copyOf(until);
        }
    }

    Mono<Replayed> since(Map<Integer, Long> from, Predicate<String> keys, int most) {
        return Mono.fromCallable(() -> read(from, keys, most))
                .subscribeOn(scheduler)
                .timeout(LONGEST)
                .onErrorResume(error -> {
                    log.warn("{}: nothing can be told again after: {}", topic, String.valueOf(error));
                    return Mono.empty();
                });
    }

    private @Nullable Replayed read(Map<Integer, Long> from, Predicate<String> keys, int most) {
        Map<TopicPartition, Long> begin = new HashMap<>();
        from.forEach((partition, offset) -> begin.put(new TopicPartition(topic, partition), offset));
        try (Consumer<String, byte[]> consumer = clients.connect(topic)) {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(begin.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
            long count = 0;
            for (Map.Entry<TopicPartition, Long> one : begin.entrySet()) {
                long end = ends.getOrDefault(one.getKey(), 0L);
                if (one.getValue() < first.getOrDefault(one.getKey(), 0L) || one.getValue() > end) {
                    return null;
                }
                count += end - one.getValue();
            }
            return count > most ? null : read(consumer, begin, ends, keys);
        }
    }

    private static @Nullable Replayed read(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> begin,
            Map<TopicPartition, Long> ends,
            Predicate<String> keys) {
        List<IncomingRecord> wanted = new ArrayList<>();
        long bytes = 0;
        consumer.assign(begin.keySet());
        begin.forEach(consumer::seek);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                boolean old =
                        record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                if (old && record.key() != null && keys.test(record.key())) {
                    IncomingRecord incoming = KafkaRecords.incoming(record);
                    wanted.add(incoming);
                    bytes += incoming.value().length;
                }
            }
            if (bytes > MOST_BYTES) {
                return null;
            }
        }
        Map<Integer, Long> until = new HashMap<>();
        ends.forEach((partition, end) -> until.put(partition.partition(), end));
        return new Replayed(wanted, until);
    }

    void close() {
        scheduler.dispose();
    }
}
