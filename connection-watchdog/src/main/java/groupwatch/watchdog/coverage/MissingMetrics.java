package groupwatch.watchdog.coverage;

import groupwatch.kit.database.Columns;
import groupwatch.kit.database.Routine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The meter of what is missing now. Each replica shows it of all accounts. */
@Component
class MissingMetrics {

    static final String MISSING = "groupwatch.coverage.missing";

    private final Routine routine;
    private final DatabaseClient database;
    private final MultiGauge missing;

    MissingMetrics(Routine routine, DatabaseClient database, MeterRegistry meters) {
        this.routine = routine;
        this.database = database;
        this.missing = MultiGauge.builder(MISSING)
                .description("Messages that Evolution has and that are still not here")
                .register(meters);
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    Mono<Void> runOnSchedule() {
        return routine.run("count what is missing", Mono.defer(this::count));
    }

    Mono<Void> count() {
        return database.sql("""
                SELECT id, (SELECT count(*) FROM resync_suspects WHERE account = id AND state = 'missing') AS missing
                FROM accounts
                """)
                .<Row<?>>map(row ->
                        Row.of(Tags.of("account", Columns.text(row, "id")), Columns.value(row, "missing", Long.class)))
                .all()
                .collectList()
                .doOnNext(this::show)
                .then();
    }

    private void show(List<Row<?>> rows) {
        missing.register(rows, true);
    }
}
