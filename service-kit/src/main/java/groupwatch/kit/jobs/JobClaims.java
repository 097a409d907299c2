package groupwatch.kit.jobs;

import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes jobs that are due, keeps them while they run, and gives them back; for one process and one kind. */
final class JobClaims<P> {

    /** One claim at a time, so that the limits of lanes hold over all replicas. */
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended('groupwatch.jobs.' || $1, 0))";

    /** The lanes are found by leaping over the index from one to the next; each gives what its limit leaves, the longest due first. */
    private static final String CLAIM = """
            WITH RECURSIVE lanes AS (
                (SELECT lane FROM jobs WHERE kind = $1 AND state IN ('waiting', 'running') ORDER BY lane LIMIT 1)
                UNION ALL
                SELECT (SELECT j.lane FROM jobs j WHERE j.kind = $1 AND j.state IN ('waiting', 'running') AND j.lane > lanes.lane
                        ORDER BY j.lane LIMIT 1)
                FROM lanes WHERE lane IS NOT NULL
            ), due AS (
                SELECT next.id FROM lanes CROSS JOIN LATERAL (
                    SELECT j.id, j.due_at FROM jobs j
                    WHERE j.kind = $1 AND j.lane = lanes.lane AND j.state IN ('waiting', 'running') AND j.due_at <= $2
                    ORDER BY j.due_at, j.id
                    LIMIT greatest(0, $4 - (SELECT count(*) FROM jobs r
                        WHERE r.kind = $1 AND r.lane = lanes.lane AND r.state = 'running' AND r.due_at > $2))
                    FOR UPDATE SKIP LOCKED) next
                WHERE lanes.lane IS NOT NULL
                ORDER BY next.due_at, next.id LIMIT $3
            )
            UPDATE jobs SET state = 'running', attempts = attempts + 1, holder = $5, due_at = $6
            FROM due WHERE jobs.id = due.id
            RETURNING jobs.id, jobs.key, jobs.lane, jobs.payload::text AS payload, jobs.attempts, jobs.expires_at, jobs.recorded_at
            """;

    private final JobKind<P> kind;
    private final String holder;
    private final Duration lease;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Clock clock;

    JobClaims(
            JobKind<P> kind,
            String holder,
            Duration lease,
            DatabaseClient database,
            TransactionalOperator transaction,
            JsonMapper json,
            Clock clock) {
        this.kind = kind;
        this.holder = holder;
        this.lease = lease;
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Up to so many that are due, or whose holder is silent. */
    Mono<List<Job<P>>> claim(int most) {
        Instant now = clock.instant();
        return database.sql(TURN)
                .bind(0, kind.name())
                .fetch()
                .rowsUpdated()
                .thenMany(database.sql(CLAIM)
                        .bind(0, kind.name())
                        .bind(1, now)
                        .bind(2, most)
                        .bind(3, kind.perLane())
                        .bind(4, holder)
                        .bind(5, now.plus(lease))
                        .map(this::job)
                        .all())
                .collectList()
                .as(transaction::transactional);
    }

    private Job<P> job(Readable row) {
        return new Job<>(
                Columns.value(row, "id", Long.class),
                Columns.text(row, "key"),
                Columns.text(row, "lane"),
                json.readValue(Columns.text(row, "payload"), kind.payload()),
                Columns.value(row, "attempts", Integer.class),
                row.get("expires_at", Instant.class),
                Columns.value(row, "recorded_at", Instant.class));
    }

    /** Emits whether the job is still this process's. */
    Mono<Boolean> keep(Job<P> job) {
        return database.sql(
                        "UPDATE jobs SET due_at = $4 WHERE id = $1 AND state = 'running' AND holder = $2 AND attempts = $3")
                .bind(0, job.id())
                .bind(1, holder)
                .bind(2, job.attempts())
                .bind(3, clock.instant().plus(lease))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The attempt ended the job. */
    Mono<Void> end(Job<P> job, JobState state, @Nullable String error) {
        Instant now = clock.instant();
        return settle(job, state, now, now, error, 0);
    }

    /** The job waits for another attempt. */
    Mono<Void> putBack(Job<P> job, Instant dueAt, String error, boolean counts) {
        return settle(job, JobState.WAITING, dueAt, null, error, counts ? 0 : 1);
    }

    private Mono<Void> settle(
            Job<P> job,
            JobState state,
            Instant dueAt,
            @Nullable Instant finishedAt,
            @Nullable String error,
            int uncounted) {
        var statement = database.sql("""
                UPDATE jobs SET state = $4, due_at = $5, last_error = coalesce($6, last_error), attempts = attempts - $7, finished_at = $8
                WHERE id = $1 AND state = 'running' AND holder = $2 AND attempts = $3
                """)
                .bind(0, job.id())
                .bind(1, holder)
                .bind(2, job.attempts())
                .bind(3, state.word())
                .bind(4, dueAt)
                .bind(6, uncounted);
        statement = Binding.text(statement, 5, error);
        return (finishedAt == null ? statement.bindNull(7, Instant.class) : statement.bind(7, finishedAt))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** All that this process holds, for others to take: it stops. */
    Mono<Void> release() {
        return database.sql("""
                UPDATE jobs SET state = 'waiting', due_at = $3, attempts = attempts - 1
                WHERE kind = $1 AND state = 'running' AND holder = $2
                """)
                .bind(0, kind.name())
                .bind(1, holder)
                .bind(2, clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
