package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import groupwatch.store.testing.StoreService;
import groupwatch.store.testing.Upsert;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL dies under load and comes back: the service recovers by itself, and nothing is lost or doubled. */
class DatabaseRestartIT {

    private static final int PORTION = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void recoversByItselfAndLosesNothing(@TempDir Path folder) throws SQLException {
        KafkaBroker broker = TestKafka.ownBroker();
        TestKafka kafka = new TestKafka(broker.bootstrapServers());
        try (PostgresServer postgres = PostgresServer.start(PostgresSettings.durable(folder))) {
            postgres.createDatabase("groupwatch");
            // the service starts while the database is away
            postgres.kill();
            try (StoreService service = StoreService.start(
                    kafka,
                    "groupwatch.store.database.host=" + postgres.host(),
                    "groupwatch.store.database.port=" + postgres.port(),
                    "groupwatch.store.database.migration-username=" + postgres.user(),
                    "groupwatch.store.database.migration-password=" + postgres.password())) {
                assertThat(service).isNotNull();
                await().atMost(PATIENCE).until(() -> kafka.topics().contains(Topics.RAW_MESSAGES));
                send(kafka, 0);
                postgres.restart();
                await().atMost(PATIENCE).ignoreExceptions().until(() -> count(postgres) > 0);
                send(kafka, 1);
                postgres.kill();
                send(kafka, 2);
                postgres.restart();
                await().atMost(PATIENCE).ignoreExceptions().until(() -> count(postgres) == 3 * PORTION);
                // what is a row is told a moment later
                await().atMost(PATIENCE).until(() -> told(kafka) == 3 * PORTION);
            }
            assertThat(count(postgres)).isEqualTo(3 * PORTION);
            assertThat(told(kafka)).isEqualTo(3 * PORTION);
        } finally {
            broker.kill();
        }
    }

    private static void send(TestKafka kafka, int portion) {
        kafka.send(
                Topics.RAW_MESSAGES,
                Upsert.GROUP,
                IntStream.range(portion * PORTION, (portion + 1) * PORTION)
                        .mapToObj(i -> Upsert.text(Upsert.GROUP, "ID" + i, "text " + i))
                        .toArray(byte[][]::new));
    }

    /** Different events. */
    private static long told(TestKafka kafka) {
        return kafka.readAll(Topics.MESSAGES).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value()))
                .distinct()
                .count();
    }

    private static int count(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.connect("groupwatch");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM store.messages")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
