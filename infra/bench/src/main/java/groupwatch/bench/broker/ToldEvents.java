package groupwatch.bench.broker;

import groupwatch.events.EventCodec;
import groupwatch.events.PublishedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a published topic tells from its beginning to its end. */
public final class ToldEvents {

    private ToldEvents() {}

    /**
     * The event ids under which each thing was told.
     *
     * @param thing what an event is about
     */
    public static Map<String, Set<String>> ids(
            String bootstrapServers, String topic, Function<PublishedEvent, String> thing) {
        var ids = new HashMap<String, Set<String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var event = EventCodec.read(record.value());
                    ids.computeIfAbsent(thing.apply(event), key -> new HashSet<>())
                            .add(event.eventId());
                }
            }
        }
        return ids;
    }
}
