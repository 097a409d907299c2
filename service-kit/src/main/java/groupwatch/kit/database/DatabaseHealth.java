package groupwatch.kit.database;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Whether the database answers and its schema is up to date. */
class DatabaseHealth extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseClient database;
    private final Migration migration;

    DatabaseHealth(DatabaseClient database, Migration migration) {
        super("The database does not answer");
        this.database = database;
        this.migration = migration;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        if (!migration.isDone()) {
            return Mono.just(
                    builder.down().withDetail("schema", "not up to date yet").build());
        }
        return database.sql("SELECT 1")
                .fetch()
                .one()
                .timeout(PATIENCE)
                .map(answer -> builder.up().build());
    }
}
