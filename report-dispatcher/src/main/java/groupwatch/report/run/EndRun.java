package groupwatch.report.run;

import static groupwatch.kit.database.Columns.value;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a run when the last of its mails has ended. Within a transaction that has locked the run. */
@Component
class EndRun {

    private final DatabaseClient database;
    private final RunRows runs;
    private final Clock clock;

    EndRun(DatabaseClient database, RunRows runs, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.clock = clock;
    }

    /** How many of a run's mails are where. */
    private record Count(
            long open,
            long accepted,
            long undelivered,
            @Nullable String said) {

        RunState state() {
            if (undelivered == 0) {
                return RunState.SENT;
            }
            return accepted == 0 ? RunState.FAILED : RunState.PARTLY;
        }

        @Nullable
        String reason() {
            return undelivered == 0
                    ? null
                    : "%d of %d mails did not arrive: %s"
                            .formatted(
                                    undelivered,
                                    undelivered + accepted,
                                    Objects.requireNonNullElse(said, "it was tried for too long"));
        }
    }

    Mono<Void> whenDone(UUID run) {
        return database.sql("""
                SELECT count(*) FILTER (WHERE ended_at IS NULL) AS open, count(*) FILTER (WHERE state = 'accepted') AS accepted,
                    count(*) FILTER (WHERE state IN ('refused', 'expired')) AS undelivered,
                    min(said) FILTER (WHERE state IN ('refused', 'expired')) AS said
                FROM deliveries WHERE run_id = $1
                """)
                .bind(0, run)
                .map(row -> new Count(
                        value(row, "open", Long.class),
                        value(row, "accepted", Long.class),
                        value(row, "undelivered", Long.class),
                        row.get("said", String.class)))
                .one()
                .filter(count -> count.open() == 0)
                .flatMap(count -> runs.end(run, count.state(), count.reason(), clock.instant()));
    }
}
