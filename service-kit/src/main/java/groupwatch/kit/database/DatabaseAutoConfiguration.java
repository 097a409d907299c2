package groupwatch.kit.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.netty.resources.LoopResources;

/** Connections of the run-time role: few, with a time limit on everything that waits. */
@AutoConfiguration
public class DatabaseAutoConfiguration {

    private static final int LOOPS = 2;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Searches come in many shapes; each statement that a connection remembers takes memory of the server. */
    private static final int STATEMENTS_REMEMBERED = 256;

    /**
     * The service's own event loops for the database, so that closing another service in this JVM leaves them alone. Not colocated:
     * else connections made from one loop would stay on it, and with them all that is done with their rows.
     */
    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops(ServiceDatabase database) {
        return LoopResources.create(
                database.schema() + "-database", LoopResources.DEFAULT_IO_SELECT_COUNT, LOOPS, true, false);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(ServiceDatabase database, LoopResources databaseLoops) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections(database, databaseLoops))
                .name(database.schema())
                .initialSize(0)
                .maxSize(database.settings().poolSize())
                .maxAcquireTime(database.settings().acquireTimeout())
                .maxCreateConnectionTime(CONNECT_TIMEOUT)
                .maxIdleTime(Duration.ofMinutes(5))
                .maxLifeTime(Duration.ofMinutes(30))
                .build());
    }

    private static ConnectionFactory connections(ServiceDatabase database, LoopResources loops) {
        DatabaseSettings settings = database.settings();
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(database.username())
                .password(settings.password())
                .schema(database.schema())
                .applicationName(database.applicationName())
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(settings.statementTimeout())
                .preparedStatementCacheQueries(STATEMENTS_REMEMBERED)
                // compiling a statement takes longer than any of ours runs
                .options(Map.of(
                        "jit",
                        "off",
                        "timezone",
                        "UTC",
                        "idle_in_transaction_session_timeout",
                        settings.idleInTransactionTimeout().toMillis() + "ms"))
                .tcpKeepAlive(true)
                .loopResources(loops)
                .build());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool connectionPool) {
        return DatabaseClient.create(connectionPool);
    }

    @Bean
    WholeBeginnings transactionManager(ConnectionPool connectionPool) {
        return new WholeBeginnings(new R2dbcTransactionManager(connectionPool));
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactionManager) {
        return TransactionalOperator.create(transactionManager);
    }

    @Bean
    Migration migration(ServiceDatabase database) {
        return new Migration(database);
    }

    @Bean
    Routine routine(Migration migration) {
        return new Routine(migration);
    }

    @Bean("database")
    DatabaseHealth databaseHealth(DatabaseClient client, Migration migration) {
        return new DatabaseHealth(client, migration);
    }

    @Bean
    DatabaseAway databaseAway(Migration migration) {
        return new DatabaseAway(migration);
    }
}
