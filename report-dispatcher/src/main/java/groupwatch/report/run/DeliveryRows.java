package groupwatch.report.run;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code deliveries} and {@code attempts}. */
@Repository
class DeliveryRows {

    private final DatabaseClient database;

    DeliveryRows(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(UUID run, Collection<String> recipients, DeliveryState state, Instant now) {
        Instant ended = state == DeliveryState.WAITING ? null : now;
        return database.sql("""
                INSERT INTO deliveries (run_id, recipient, state, ended_at)
                SELECT :run, unnest(CAST(:recipients AS text[])), :state, :ended ON CONFLICT DO NOTHING
                """)
                .bind("run", run)
                .bind("recipients", recipients.toArray(String[]::new))
                .bind("state", state.word())
                .bind("ended", Parameter.fromOrEmpty(ended, Instant.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * An attempt that begins.
     *
     * @param number 1 for the first
     * @param afterBreak whether the one before broke off: its process died
     */
    record Begun(int number, boolean afterBreak) {}

    /** Empty when it has ended already. */
    Mono<Begun> begin(UUID run, String recipient, Instant now) {
        return database.sql("""
                WITH before AS (
                    SELECT state FROM deliveries WHERE run_id = $1 AND recipient = $2 AND ended_at IS NULL FOR UPDATE
                )
                UPDATE deliveries d SET state = 'handing_over', attempts = attempts + 1, tried_at = $3 FROM before
                WHERE d.run_id = $1 AND d.recipient = $2 RETURNING d.attempts, before.state AS before
                """)
                .bind(0, run)
                .bind(1, recipient)
                .bind(2, now)
                .map(row -> new Begun(
                        value(row, "attempts", Integer.class),
                        DeliveryState.of(text(row, "before")) == DeliveryState.HANDING_OVER))
                .one();
    }

    /** Only the last attempt says where the mail stands; but taken is taken. */
    Mono<Void> settle(
            UUID run, String recipient, int attempt, DeliveryState state, @Nullable String said, Instant now) {
        Instant ended = state == DeliveryState.WAITING ? null : now;
        return database.sql("""
                UPDATE deliveries SET state = :state, said = COALESCE(:said, said), ended_at = :ended
                WHERE run_id = :run AND recipient = :recipient AND ended_at IS NULL AND (attempts = :attempt OR :state = 'accepted')
                """)
                .bind("run", run)
                .bind("recipient", recipient)
                .bind("attempt", attempt)
                .bind("state", state.word())
                .bind("said", Parameter.fromOrEmpty(said, String.class))
                .bind("ended", Parameter.fromOrEmpty(ended, Instant.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The mail server was not asked: this was no attempt. */
    Mono<Void> untried(UUID run, String recipient, int attempt, String why) {
        return database.sql("""
                UPDATE deliveries SET state = 'waiting', attempts = attempts - 1, said = $4
                WHERE run_id = $1 AND recipient = $2 AND attempts = $3 AND ended_at IS NULL
                """)
                .bind(0, run)
                .bind(1, recipient)
                .bind(2, attempt)
                .bind(3, why)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Emits the recipient when their mail has not ended. */
    Mono<String> open(UUID run, String recipient) {
        return database.sql(
                        "SELECT recipient FROM deliveries WHERE run_id = $1 AND recipient = $2 AND ended_at IS NULL")
                .bind(0, run)
                .bind(1, recipient)
                .map(row -> text(row, "recipient"))
                .one();
    }

    /** Why there was no attempt. */
    Mono<Void> delayed(UUID run, String recipient, String why) {
        return database.sql("UPDATE deliveries SET said = $3 WHERE run_id = $1 AND recipient = $2 AND ended_at IS NULL")
                .bind(0, run)
                .bind(1, recipient)
                .bind(2, why)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Ends it without the mail server, unless an attempt that began after {@code abandoned} is in other hands. */
    Mono<Void> end(UUID run, String recipient, DeliveryState state, Instant abandoned, Instant now) {
        return database.sql("""
                UPDATE deliveries SET state = :state, ended_at = :now WHERE run_id = :run AND recipient = :recipient AND ended_at IS NULL
                    AND (state <> 'handing_over' OR tried_at <= :abandoned)
                """)
                .bind("run", run)
                .bind("recipient", recipient)
                .bind("state", state.word())
                .bind("abandoned", abandoned)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Of all attempts before this one that nobody knows the end of: their processes died. */
    Mono<Void> brokenOff(UUID run, String recipient, int attempt, String said, Instant now) {
        return database.sql("""
                INSERT INTO attempts (run_id, recipient, attempt, at, result, said)
                SELECT $1, $2, before, $4, 'broken_off', $5 FROM generate_series(1, $3 - 1) AS before ON CONFLICT DO NOTHING
                """)
                .bind(0, run)
                .bind(1, recipient)
                .bind(2, attempt)
                .bind(3, now)
                .bind(4, said)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** @param result {@code accepted}, {@code deferred}, {@code unusable} or {@code refused} */
    Mono<Void> attempted(UUID run, String recipient, int attempt, String result, String said, Instant now) {
        return database.sql("""
                INSERT INTO attempts (run_id, recipient, attempt, at, result, said) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                """)
                .bind(0, run)
                .bind(1, recipient)
                .bind(2, attempt)
                .bind(3, now)
                .bind(4, result)
                .bind(5, said)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Of some runs, with their newest attempts, in the order of the recipients. */
    Flux<ShownDelivery> of(List<UUID> runs) {
        return database.sql("""
                SELECT d.run_id, d.recipient, d.state, d.attempts, d.said, d.tried_at, d.ended_at,
                    CASE WHEN j.state = 'waiting' THEN j.due_at END AS next_at, h.ats, h.results, h.saids
                FROM deliveries d
                LEFT JOIN jobs j ON d.ended_at IS NULL AND j.kind = $2 AND j.key = d.run_id || ':' || d.recipient
                CROSS JOIN LATERAL (
                    SELECT array_agg(at ORDER BY attempt) AS ats, array_agg(result ORDER BY attempt) AS results,
                        array_agg(said ORDER BY attempt) AS saids
                    FROM (SELECT * FROM attempts a WHERE a.run_id = d.run_id AND a.recipient = d.recipient ORDER BY attempt DESC LIMIT 20) newest
                ) h
                WHERE d.run_id = ANY ($1) ORDER BY d.run_id, d.recipient
                """)
                .bind(0, runs.toArray(UUID[]::new))
                .bind(1, RunJobs.MAIL)
                .map(ShownDelivery::read)
                .all();
    }
}
