package groupwatch.store.database;

import groupwatch.store.MessageStoreProperties;
import groupwatch.store.MessageStoreProperties.Database;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.netty.resources.LoopResources;

/** Connections of the run-time role: few, with a time limit on everything that waits. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int LOOPS = 2;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Searches come in many shapes; each statement that a connection remembers takes memory of the server. */
    private static final int STATEMENTS_REMEMBERED = 256;

    /**
     * The service's own event loops for the database, so that closing another service in this JVM leaves them alone. Not colocated:
     * else connections made from one loop would stay on it, and with them all that is done with their rows.
     */
    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops() {
        return LoopResources.create("store-database", LoopResources.DEFAULT_IO_SELECT_COUNT, LOOPS, true, false);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(MessageStoreProperties properties, LoopResources databaseLoops) {
        Database database = properties.database();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections(database, databaseLoops))
                .name("store")
                .initialSize(0)
                .maxSize(database.poolSize())
                .maxAcquireTime(database.acquireTimeout())
                .maxCreateConnectionTime(CONNECT_TIMEOUT)
                .maxIdleTime(Duration.ofMinutes(5))
                .maxLifeTime(Duration.ofMinutes(30))
                .build());
    }

    private static ConnectionFactory connections(Database database, LoopResources loops) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.username())
                .password(database.password())
                .schema("store")
                .applicationName("groupwatch-store")
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(database.statementTimeout())
                .preparedStatementCacheQueries(STATEMENTS_REMEMBERED)
                // compiling a statement takes longer than any of ours runs
                .options(Map.of("jit", "off", "timezone", "UTC", "idle_in_transaction_session_timeout", "60s"))
                .tcpKeepAlive(true)
                .loopResources(loops)
                .build());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool connectionPool) {
        return DatabaseClient.create(connectionPool);
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionPool connectionPool) {
        return new R2dbcTransactionManager(connectionPool);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactionManager) {
        return TransactionalOperator.create(transactionManager);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
