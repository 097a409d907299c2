package groupwatch.kit.jobs;

import groupwatch.kit.database.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Counts the jobs that are not ended, and forgets those that ended long ago. */
final class JobCensus {

    /** More failed attempts than this are counted together, so that the meter's tags stay few. */
    private static final int MOST_FAILED = 6;

    private final DatabaseClient database;
    private final JobsSettings settings;
    private final Clock clock;

    JobCensus(DatabaseClient database, JobsSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Void> count(JobKind<?> kind, JobMetrics metrics) {
        Instant now = clock.instant();
        Mono<Duration> late = database.sql(
                        "SELECT min(due_at) AS due_at FROM jobs WHERE kind = $1 AND state IN ('waiting', 'running')")
                .bind(0, kind.name())
                .map(row -> Objects.requireNonNullElse(row.get("due_at", Instant.class), now))
                .one()
                .map(due -> due.isBefore(now) ? Duration.between(due, now) : Duration.ZERO);
        return database.sql("""
                SELECT state, least(CASE state WHEN 'running' THEN attempts - 1 ELSE attempts END, $2) AS failed, count(*) AS jobs
                FROM jobs WHERE kind = $1 AND state IN ('waiting', 'running') GROUP BY 1, 2
                """)
                .bind(0, kind.name())
                .bind(1, MOST_FAILED)
                .map(row -> new JobMetrics.Count(
                        Columns.text(row, "state"),
                        Columns.value(row, "failed", Integer.class),
                        Columns.value(row, "jobs", Long.class)))
                .all()
                .collectList()
                .zipWith(late)
                .doOnNext(both -> metrics.open(both.getT1(), both.getT2()))
                .then();
    }

    Mono<Void> forget(JobKind<?> kind) {
        Instant now = clock.instant();
        return database.sql("""
                DELETE FROM jobs WHERE id IN (SELECT id FROM jobs
                    WHERE kind = $1 AND finished_at < CASE state WHEN 'done' THEN $2 ELSE $3 END LIMIT 10000)
                """)
                .bind(0, kind.name())
                .bind(1, now.minus(settings.keepDone()))
                .bind(2, now.minus(settings.keepEnded()))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
