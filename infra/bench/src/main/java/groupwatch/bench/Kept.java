package groupwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a suite has kept of a run: its rows, asked of PostgreSQL, and its announcements, read from the topic's beginning to its end.
 */
public final class Kept {

    private static final String TOPIC = "groupwatch.messages.v1";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final SuiteProcess suite;
    private final String run;

    public Kept(SuiteProcess suite, String run) {
        this.suite = suite;
        this.run = run;
    }

    /** How many rows each message id has. */
    public Map<String, Integer> rows() throws SQLException {
        var rows = new HashMap<String, Integer>();
        try (var connection = DriverManager.getConnection(suite.text("postgres"), "postgres", password());
                var statement = connection.prepareStatement("SELECT id FROM store.messages WHERE id LIKE ?")) {
            statement.setString(1, run + "%");
            var result = statement.executeQuery();
            while (result.next()) {
                rows.merge(result.getString(1), 1, Integer::sum);
            }
        }
        return rows;
    }

    /** How many rows there are. */
    public long count() {
        try (var connection = DriverManager.getConnection(suite.text("postgres"), "postgres", password());
                var statement = connection.prepareStatement("SELECT count(*) FROM store.messages WHERE id LIKE ?")) {
            statement.setString(1, run + "%");
            var result = statement.executeQuery();
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            return -1; // it is being started again
        }
    }

    /**
     * Waits until every accepted one is a row, or time is over. A count alone would not tell: webhooks that got no answer, or a refusal too
     * late to stop them, may have become rows as well.
     *
     * @return seconds
     */
    public double drained(Set<String> accepted, Duration limit) {
        try {
            return Wait.until("all are rows", limit, () -> count() >= accepted.size() && haveAll(accepted));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            return limit.toSeconds();
        }
    }

    private boolean haveAll(Set<String> accepted) {
        try {
            return missing(accepted, rows().keySet()).isEmpty();
        } catch (SQLException e) {
            return false; // it is being started again
        }
    }

    /** The distinct event ids under which each message was announced as stored. */
    public Map<String, Set<String>> announcements() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.text("kafka"), "auto.offset.reset", "earliest");
        var announced = new HashMap<String, Set<String>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> note(record.value(), announced));
            }
        }
        return announced;
    }

    private void note(byte[] value, Map<String, Set<String>> announced) {
        var event = JsonMapper.shared().readTree(value);
        var id = event.path("message").path("id").asString("");
        if (event.path("type").asString("").equals("MessageStored") && id.startsWith(run)) {
            announced
                    .computeIfAbsent(id, key -> new HashSet<>())
                    .add(event.path("eventId").asString(""));
        }
    }

    private String password() {
        try {
            return Files.readString(suite.data().resolve("postgres/password")).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of the accepted ids that are missing among the kept ones. */
    public static List<String> missing(Set<String> accepted, Set<String> kept) {
        return accepted.stream().filter(id -> !kept.contains(id)).sorted().toList();
    }
}
