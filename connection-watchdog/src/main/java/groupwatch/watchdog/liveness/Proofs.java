package groupwatch.watchdog.liveness;

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

    private static final String SILENT = """
            INSERT INTO proofs (account, silent_at) SELECT id, $2 FROM accounts WHERE id = $1
            ON CONFLICT (account) DO UPDATE SET silent_at = excluded.silent_at
            """;

    private final DatabaseClient database;

    Proofs(DatabaseClient database) {
        this.database = database;
    }

    Mono<Silence.Before> of(String account) {
        return database.sql("SELECT looked_at, silent_at FROM proofs WHERE account = $1")
                .bind(0, account)
                .map(row ->
                        new Silence.Before(row.get("looked_at", Instant.class), row.get("silent_at", Instant.class)))
                .one()
                .defaultIfEmpty(new Silence.Before(null, null));
    }

    Mono<Void> looked(String account, Instant at) {
        return note(LOOKED, account, at);
    }

    Mono<Void> silent(String account, Instant at) {
        return note(SILENT, account, at);
    }

    private Mono<Void> note(String statement, String account, Instant at) {
        return database.sql(statement).bind(0, account).bind(1, at).then();
    }
}
