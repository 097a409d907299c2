package groupwatch.kit.database;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Brings the schema up to date when the service starts, and tries again until the database answers: the service starts
 * without it, and what needs it waits for {@link #done}.
 */
public class Migration implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final Retry UNTIL_IT_ANSWERS =
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500)).maxBackoff(Duration.ofSeconds(10));

    private final ServiceDatabase database;
    private final Sinks.One<Boolean> done = Sinks.one();
    private final Disposable.Swap running = Disposables.swap();

    Migration(ServiceDatabase database) {
        this.database = database;
    }

    /** Completes when the schema is there; never fails. */
    public Mono<Void> done() {
        return done.asMono().then();
    }

    /** Whether the schema is there. */
    public boolean isDone() {
        return Boolean.TRUE.equals(done.scan(Scannable.Attr.TERMINATED));
    }

    @Override
    public void start() {
        running.update(Mono.fromRunnable(this::migrate)
                .doOnError(error -> log.warn("The schema could not be brought up to date yet: {}", error.getMessage()))
                // JDBC blocks; before the retry, so that each attempt leaves the timer's thread
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(UNTIL_IT_ANSWERS)
                .subscribe(ignored -> {}, error -> {}, () -> done.tryEmitValue(true)));
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running.get() != null && !running.isDisposed();
    }

    /** Before the consumers and the HTTP server. */
    @Override
    public int getPhase() {
        return -1000;
    }

    private void migrate() {
        DatabaseSettings settings = database.settings();
        String url = "jdbc:postgresql://" + settings.host() + ":" + settings.port() + "/" + settings.name()
                + "?connectTimeout=5&socketTimeout=300&ApplicationName=" + database.applicationName() + "-migration";
        Owner owner = Owner.of(database);
        RoleMigration.ensure(url, owner, database);
        Flyway.configure()
                .dataSource(url, owner.username(), owner.password())
                .locations(locations())
                .schemas(database.schema())
                .placeholders(Map.of("role", database.username(), "schema", database.schema()))
                .load()
                .migrate();
    }

    private String[] locations() {
        return Stream.concat(Stream.of("kit", database.schema()), database.shared().stream())
                .map(folder -> "classpath:db/" + folder)
                .toArray(String[]::new);
    }
}
