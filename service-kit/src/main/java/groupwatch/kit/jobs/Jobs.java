package groupwatch.kit.jobs;

import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Records jobs, lists them, and takes orders about them. What is done inside a transaction belongs to it. */
public final class Jobs {

    private static final String AS_NEW = """
                ON CONFLICT (kind, key) DO UPDATE SET
                    lane = excluded.lane, payload = excluded.payload, state = 'waiting', attempts = 0, due_at = excluded.due_at,
                    expires_at = excluded.expires_at, recorded_at = excluded.recorded_at, finished_at = NULL, last_error = NULL
            """;

    private static final String INSERT = """
            INSERT INTO jobs (kind, key, lane, payload, due_at, expires_at, recorded_at)
            VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final JobBell bell;
    private final Clock clock;

    Jobs(DatabaseClient database, JsonMapper json, JobBell bell, Clock clock) {
        this.database = database;
        this.json = json;
        this.bell = bell;
        this.clock = clock;
    }

    /** Once a key: what is recorded already stays as it is. Emits whether it was new. */
    public <P> Mono<Boolean> record(JobKind<P> kind, NewJob<P> job) {
        return inserted(INSERT + "ON CONFLICT (kind, key) DO NOTHING", kind, job);
    }

    /** As new, whatever became of it before; one that runs just now goes on. Emits whether it was recorded. */
    public <P> Mono<Boolean> renew(JobKind<P> kind, NewJob<P> job) {
        return inserted(INSERT + AS_NEW + "WHERE jobs.state <> 'running'", kind, job);
    }

    /** Once more when it was done; one that waits, runs, or ended otherwise stays as it is. Emits whether it was recorded. */
    public <P> Mono<Boolean> recordAgain(JobKind<P> kind, NewJob<P> job) {
        return inserted(INSERT + AS_NEW + "WHERE jobs.state = 'done'", kind, job);
    }

    private <P> Mono<Boolean> inserted(String sql, JobKind<P> kind, NewJob<P> job) {
        Instant now = clock.instant();
        GenericExecuteSpec insert = database.sql(sql)
                .bind(0, kind.name())
                .bind(1, job.key())
                .bind(2, job.lane())
                .bind(3, json.writeValueAsString(job.payload()))
                .bind(4, Objects.requireNonNullElse(job.notBefore(), now))
                .bind(6, now);
        return (job.expiresAt() == null ? insert.bindNull(5, Instant.class) : insert.bind(5, job.expiresAt()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Says to the runners of this process that something was recorded; after the transaction. */
    public void announce() {
        bell.ring();
    }

    /** Jobs of a kind, the newest first. */
    public Flux<JobRow> list(JobKind<?> kind, @Nullable Collection<JobState> states, long before, int limit) {
        return Binding.texts(
                        database.sql("""
                                SELECT * FROM jobs WHERE kind = $1 AND id < $2 AND ($4::text[] IS NULL OR state = ANY ($4))
                                ORDER BY id DESC LIMIT $3
                                """).bind(0, kind.name()).bind(1, before).bind(2, limit),
                        3,
                        states == null
                                ? null
                                : states.stream().map(JobState::word).toList())
                .map(Jobs::row)
                .all();
    }

    /** Empty when there is no job of that key. */
    public Mono<JobRow> find(JobKind<?> kind, String key) {
        return database.sql("SELECT * FROM jobs WHERE kind = $1 AND key = $2")
                .bind(0, kind.name())
                .bind(1, key)
                .map(Jobs::row)
                .one();
    }

    /** Ends a job that waits or runs; an attempt in hand is cut off soon. Emits whether there was one to end. */
    public Mono<Boolean> cancel(JobKind<?> kind, String key) {
        return database.sql("""
                UPDATE jobs SET state = 'cancelled', finished_at = $3 WHERE kind = $1 AND key = $2 AND state IN ('waiting', 'running')
                """)
                .bind(0, kind.name())
                .bind(1, key)
                .bind(2, clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static JobRow row(Readable row) {
        JobState state = JobState.of(Columns.text(row, "state"));
        return new JobRow(
                Columns.value(row, "id", Long.class),
                Columns.text(row, "kind"),
                Columns.text(row, "key"),
                Columns.text(row, "lane"),
                state,
                Columns.value(row, "attempts", Integer.class),
                state == JobState.WAITING ? Columns.value(row, "due_at", Instant.class) : null,
                row.get("expires_at", Instant.class),
                row.get("last_error", String.class),
                Columns.value(row, "recorded_at", Instant.class),
                row.get("finished_at", Instant.class));
    }
}
