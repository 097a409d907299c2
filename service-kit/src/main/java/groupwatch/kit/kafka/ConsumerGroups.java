package groupwatch.kit.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What consumer groups have read, all their members together, as the broker knows it. Fails when the broker is away. */
public final class ConsumerGroups {

    private final BrokerAdmin admin;

    ConsumerGroups(BrokerAdmin admin) {
        this.admin = admin;
    }

    /** Whether a group has read, and committed, every record of some topics that was made before a time. */
    public Mono<Boolean> haveRead(String group, Set<String> topics, Instant until) {
        return admin.ask(broker -> broker.describeTopics(topics).allTopicNames())
                .map(described -> partitions(described.values()))
                .flatMap(partitions -> Mono.zip(
                                offsets(partitions, OffsetSpec.earliest()),
                                offsets(partitions, OffsetSpec.forTimestamp(until.toEpochMilli())),
                                offsets(partitions, OffsetSpec.latest()),
                                committed(group))
                        .map(known -> partitions.stream()
                                .allMatch(partition -> has(
                                        known.getT4().get(partition),
                                        offset(known.getT1(), partition),
                                        offset(known.getT2(), partition),
                                        offset(known.getT3(), partition)))));
    }

    /** @param later first offset after the time; negative when there is none: then all there are count */
    private static boolean has(@Nullable OffsetAndMetadata read, long begin, long later, long end) {
        long needed = later < 0 ? end : later;
        return needed <= begin || read != null && read.offset() >= needed;
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), "offset").offset();
    }

    private Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        return admin.ask(broker -> broker.listOffsets(wanted).all());
    }

    private Mono<Map<TopicPartition, OffsetAndMetadata>> committed(String group) {
        return admin.ask(broker -> broker.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static List<TopicPartition> partitions(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }
}
