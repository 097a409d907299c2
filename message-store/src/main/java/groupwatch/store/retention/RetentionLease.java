package groupwatch.store.retention;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Who may delete. One row says who runs, and until when unless they go on: every batch says so in its own transaction,
 * so that whoever was given up as dead deletes nothing more. The lease is by the database's clock, which all replicas share.
 */
@Repository
class RetentionLease {

    private static final String CLAIM = """
            INSERT INTO store.retention_run AS r (holder, held_until, started_at)
            VALUES ($1, clock_timestamp() + interval '2 minutes', $2)
            ON CONFLICT (single) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until,
                started_at = excluded.started_at, finished_at = NULL, messages = 0, facts = 0, months = '{}'
            WHERE r.held_until < clock_timestamp() AND (r.finished_at IS NULL OR r.finished_at < $3)
            RETURNING holder
            """;
    private static final String GO_ON = """
            UPDATE store.retention_run SET held_until = clock_timestamp() + interval '2 minutes',
                messages = messages + $2, facts = facts + $3, months = months || $4
            WHERE holder = $1
            """;
    private static final String GIVE_BACK = """
            UPDATE store.retention_run SET held_until = clock_timestamp() - interval '1 second', finished_at = $2
            WHERE holder = $1
            """;
    private static final String LAST = """
            SELECT held_until > clock_timestamp() AS running, started_at, finished_at, messages, facts, months
            FROM store.retention_run
            """;

    private final DatabaseClient database;
    private final Clock clock;

    RetentionLease(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Another run has taken over. */
    static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LostException() {
            super("another run has taken over", null, false, false);
        }
    }

    /** Begins a run; empty while another runs, or when the last one finished at that time or later. */
    Mono<String> claim(Instant unlessFinishedBy) {
        return database.sql(CLAIM)
                .bind(0, UUID.randomUUID().toString())
                .bind(1, clock.instant())
                .bind(2, unlessFinishedBy)
                .map(row -> text(row, "holder"))
                .one();
    }

    /** Notes what was done, within the transaction that did it. An error when the lease is lost. */
    Mono<Void> goOn(String holder, long messages, long facts, List<String> months) {
        return database.sql(GO_ON)
                .bind(0, holder)
                .bind(1, messages)
                .bind(2, facts)
                .bind(3, months.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .filter(updated -> updated > 0)
                .switchIfEmpty(Mono.error(LostException::new))
                .then();
    }

    Mono<Void> finish(String holder) {
        return giveBack(holder, true);
    }

    /** Something is left to do. */
    Mono<Void> giveBack(String holder) {
        return giveBack(holder, false);
    }

    private Mono<Void> giveBack(String holder, boolean finished) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(GIVE_BACK).bind(0, holder);
        return (finished ? statement.bind(1, clock.instant()) : statement.bindNull(1, Instant.class)).then();
    }

    /** Empty before the first. */
    Mono<RetentionRun> last() {
        return database.sql(LAST).map(RetentionLease::run).one();
    }

    private static RetentionRun run(Readable row) {
        return new RetentionRun(
                value(row, "running", Boolean.class),
                value(row, "started_at", Instant.class),
                row.get("finished_at", Instant.class),
                value(row, "messages", Long.class),
                value(row, "facts", Long.class),
                List.of(value(row, "months", String[].class)));
    }
}
