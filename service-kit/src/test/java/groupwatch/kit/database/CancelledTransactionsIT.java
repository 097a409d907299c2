package groupwatch.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who is cut off in the middle leaves no transaction behind: what somebody else wrote over the same connection would be within it, and
 * nobody's in the end.
 */
@WithPostgres
class CancelledTransactionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 200;

    @Test
    void whatIsWrittenAfterwardsIsThere(TestDatabase server) throws SQLException {
        DatabaseSettings settings = new DatabaseSettings(
                server.host(),
                server.port(),
                server.name(),
                server.username(),
                server.password(),
                null,
                null,
                CONNECTIONS,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                NEVER);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ServiceDatabase.class, () -> new ServiceDatabase("cancelled", settings, "jobs"));
            context.register(DatabaseAutoConfiguration.class);
            context.refresh();
            context.getBean(Migration.class).done().block(PATIENCE);
            DatabaseClient database = context.getBean(DatabaseClient.class);
            database.sql("CREATE TABLE written (number int)").then().block(PATIENCE);
            TransactionalOperator transaction = context.getBean(TransactionalOperator.class);

            for (int round = 0; round < ROUNDS; round++) {
                List<Disposable> begun = new ArrayList<>();
                for (int one = 0; one < CONNECTIONS; one++) {
                    begun.add(database.sql("SELECT 1")
                            .then()
                            .as(transaction::transactional)
                            .subscribe());
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1_500_000));
                begun.forEach(Disposable::dispose);
                int number = round;
                Flux.range(0, CONNECTIONS)
                        .flatMap(one -> database.sql("INSERT INTO written VALUES ($1)")
                                .bind(0, number)
                                .then())
                        .then()
                        .block(PATIENCE);
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    number(
                                            server,
                                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'"))
                            .isZero());
            assertThat(number(server, "SELECT count(*) FROM cancelled.written")).isEqualTo(ROUNDS * CONNECTIONS);
            // nor is one lost to the pool
            Mono.when(Flux.range(0, CONNECTIONS)
                            .map(one -> database.sql("SELECT pg_sleep(0.5)").then())
                            .collectList()
                            .block(PATIENCE))
                    .block(Duration.ofSeconds(30));
        }
    }

    private static int number(TestDatabase server, String sql) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
