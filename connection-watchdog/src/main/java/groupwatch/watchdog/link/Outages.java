package groupwatch.watchdog.link;

import groupwatch.events.link.Outage;
import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outages of accounts. */
@Repository
public class Outages {

    private final DatabaseClient database;

    Outages(DatabaseClient database) {
        this.database = database;
    }

    /** Begins; the same one twice is one. */
    Mono<Void> begin(String account, Outage outage) {
        return database.sql(
                        "INSERT INTO outages (id, account, from_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING")
                .bind(0, outage.id())
                .bind(1, account)
                .bind(2, outage.from())
                .then();
    }

    Mono<Void> end(String id, Instant at) {
        return database.sql("UPDATE outages SET to_at = $2 WHERE id = $1 AND to_at IS NULL")
                .bind(0, id)
                .bind(1, at)
                .then();
    }

    /**
     * What was missed has been looked for. It is told to the topic with the account's link, soon after.
     *
     * @param filledIn messages that were missing and are here now
     * @param missing messages that Evolution has and that are still not here
     */
    public Mono<Void> settle(String id, long filledIn, long missing) {
        return database.sql("UPDATE outages SET filled_in = $2, missing = $3 WHERE id = $1")
                .bind(0, id)
                .bind(1, filledIn)
                .bind(2, missing)
                .then();
    }

    /** Those of an account that touch a time, the oldest first. */
    public Flux<Outage> between(String account, Instant from, Instant until) {
        return database.sql("""
                SELECT id, from_at, to_at, filled_in, missing FROM outages
                WHERE account = $1 AND from_at < $3 AND (to_at IS NULL OR to_at > $2) ORDER BY from_at
                """)
                .bind(0, account)
                .bind(1, from)
                .bind(2, until)
                .map(Outages::outage)
                .all();
    }

    /** Empty when its account is gone. */
    public Mono<Outage> find(String id) {
        return database.sql("SELECT id, from_at, to_at, filled_in, missing FROM outages WHERE id = $1")
                .bind(0, id)
                .map(Outages::outage)
                .one();
    }

    private static Outage outage(Readable row) {
        return new Outage(
                Columns.text(row, "id"),
                Columns.value(row, "from_at", Instant.class),
                row.get("to_at", Instant.class),
                row.get("filled_in", Long.class),
                row.get("missing", Long.class));
    }
}
