package groupwatch.bench.broker;

import groupwatch.bench.Wait;
import groupwatch.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of {@code groupwatch.raw.messages} that are not done yet. The store commits an offset when the rows are committed and the
 * broker has acknowledged their announcements, so what is committed is all of that.
 */
public final class Backlog implements AutoCloseable {

    private static final String GROUP = "message-store";

    private final Admin admin;

    public Backlog(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Records that are done, since the topic was made. */
    public long done() {
        try {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(offset -> offset.getKey().topic().equals(Topics.RAW_MESSAGES) && offset.getValue() != null)
                    .mapToLong(offset -> offset.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell the offsets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Records of a topic, since it was made. */
    public long written(String topic) {
        try {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
            var latest = topics.values().stream()
                    .flatMap(described -> described.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell the offsets of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long waiting() {
        return written(Topics.RAW_MESSAGES) - done();
    }

    /** Returns when nothing waits any more: the seconds that took. */
    public double drained(Duration limit) {
        return Wait.until("the backlog is drained", limit, () -> waiting() == 0);
    }

    @Override
    public void close() {
        admin.close();
    }
}
