package groupwatch.watchdog.liveness;

import groupwatch.kit.database.Columns;
import groupwatch.watchdog.liveness.Silence.Before;
import groupwatch.watchdog.liveness.Silence.Death;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What was done about an account's silence, for the next check, on whatever replica. */
@Repository
class Proofs {

    private static final String LOOKED = """
            INSERT INTO proofs (account, looked_at) SELECT id, $2 FROM accounts WHERE id = $1
            ON CONFLICT (account) DO UPDATE SET looked_at = excluded.looked_at
            """;

    /** Called dead again, it is dead from where it was. */
    private static final String DIED = """
            INSERT INTO proofs AS known (account, died_of, died_at, dead_from, silent_at)
            SELECT id, $2, $3, $4, CASE WHEN $5 THEN $3 END FROM accounts WHERE id = $1
            ON CONFLICT (account) DO UPDATE SET
                died_of = excluded.died_of,
                died_at = coalesce(known.died_at, excluded.died_at),
                dead_from = coalesce(known.dead_from, excluded.dead_from),
                silent_at = coalesce(excluded.silent_at, known.silent_at)
            """;

    private static final String ALIVE =
            "UPDATE proofs SET died_of = NULL, died_at = NULL, dead_from = NULL WHERE account = $1";

    private final DatabaseClient database;

    Proofs(DatabaseClient database) {
        this.database = database;
    }

    Mono<Before> of(String account) {
        return database.sql("SELECT * FROM proofs WHERE account = $1")
                .bind(0, account)
                .map(Proofs::before)
                .one()
                .defaultIfEmpty(new Before(null, null, null));
    }

    Mono<Void> looked(String account, Instant at) {
        return database.sql(LOOKED).bind(0, account).bind(1, at).then();
    }

    /** @param from when the last event had come */
    Mono<Void> died(String account, Finding cause, Instant at, Instant from) {
        return database.sql(DIED)
                .bind(0, account)
                .bind(1, cause.word())
                .bind(2, at)
                .bind(3, from)
                .bind(4, cause == Finding.SILENT)
                .then();
    }

    /** Nothing speaks against its life any more. */
    Mono<Void> alive(String account) {
        return database.sql(ALIVE).bind(0, account).then();
    }

    private static Before before(Readable row) {
        String cause = row.get("died_of", String.class);
        Death death = cause == null
                ? null
                : new Death(
                        Finding.of(cause),
                        Columns.value(row, "died_at", Instant.class),
                        Columns.value(row, "dead_from", Instant.class));
        return new Before(row.get("looked_at", Instant.class), row.get("silent_at", Instant.class), death);
    }
}
