package groupwatch.report.alert;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.link.LinkStatus;
import groupwatch.report.content.LinkAlert.Kind;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code links} and {@code outages}. */
@Repository
class OutageRows {

    private static final long NOTHING_HEARD = -1;

    private final DatabaseClient database;

    OutageRows(DatabaseClient database) {
        this.database = database;
    }

    /** Emits the highest revision heard of an account, which is locked until the transaction ends. */
    Mono<Long> lock(String account) {
        return database.sql("""
                INSERT INTO links (account, revision) VALUES ($1, $2) ON CONFLICT (account) DO UPDATE SET revision = links.revision
                RETURNING revision
                """)
                .bind(0, account)
                .bind(1, NOTHING_HEARD)
                .map(row -> value(row, "revision", Long.class))
                .one();
    }

    Mono<Void> heard(String account, long revision) {
        return database.sql("UPDATE links SET revision = $2 WHERE account = $1 AND revision < $2")
                .bind(0, account)
                .bind(1, revision)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Those of an account that last, and the one of that id; locked until the transaction ends. */
    Flux<KnownOutage> lasting(String account, String id) {
        return database.sql(
                        "SELECT * FROM outages WHERE account = $1 AND (to_at IS NULL OR id = $2) ORDER BY from_at FOR UPDATE")
                .bind(0, account)
                .bind(1, id)
                .map(OutageRows::read)
                .all();
    }

    /** All but what has been told of it. */
    Mono<Void> write(KnownOutage outage) {
        return database.sql("""
                INSERT INTO outages (id, account, revision, from_at, to_at, filled_in, missing, known_at, heard_at, status, explanation,
                    advice, down, removed)
                VALUES (:id, :account, :revision, :from, :to, :filledIn, :missing, :knownAt, :heardAt, :status, :explanation, :advice,
                    :down, false)
                ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, from_at = excluded.from_at, to_at = excluded.to_at,
                    filled_in = excluded.filled_in, missing = excluded.missing, known_at = excluded.known_at,
                    heard_at = excluded.heard_at, status = excluded.status, explanation = excluded.explanation,
                    advice = excluded.advice, down = excluded.down
                """)
                .bind("id", outage.id())
                .bind("account", outage.account())
                .bind("revision", outage.revision())
                .bind("from", outage.from())
                .bind("to", Parameter.fromOrEmpty(outage.to(), Instant.class))
                .bind("filledIn", Parameter.fromOrEmpty(outage.filledIn(), Long.class))
                .bind("missing", Parameter.fromOrEmpty(outage.missing(), Long.class))
                .bind("knownAt", outage.knownAt())
                .bind("heardAt", outage.heardAt())
                .bind("status", outage.status().wire())
                .bind("explanation", outage.explanation())
                .bind("advice", Parameter.fromOrEmpty(outage.advice(), String.class))
                .bind("down", outage.down())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Its outages end without a mail; a later account of that name begins anew. */
    Mono<Void> remove(String account) {
        return database.sql("UPDATE outages SET removed = true, down = false WHERE account = $1")
                .bind(0, account)
                .fetch()
                .rowsUpdated()
                .then(database.sql("DELETE FROM links WHERE account = $1")
                        .bind(0, account)
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /** Of which something may be to be told; locked, and those that another replica has in hand left out. */
    Flux<KnownOutage> lockUntold(int limit) {
        return database.sql("""
                SELECT * FROM outages WHERE NOT removed AND back_at IS NULL
                    AND (down_at IS NULL AND down OR down_at IS NOT NULL AND to_at IS NOT NULL)
                ORDER BY known_at LIMIT $1 FOR UPDATE SKIP LOCKED
                """).bind(0, limit).map(OutageRows::read).all();
    }

    Mono<Void> told(String id, Kind kind, Instant now) {
        return database.sql("UPDATE outages SET " + kind.word() + "_at = $2 WHERE id = $1")
                .bind(0, id)
                .bind(1, now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** With what was told of them. */
    Mono<Void> forgetEndedBefore(Instant time) {
        return database.sql("DELETE FROM outages WHERE to_at < $1 OR removed AND heard_at < $1")
                .bind(0, time)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static KnownOutage read(Readable row) {
        return new KnownOutage(
                text(row, "id"),
                text(row, "account"),
                value(row, "revision", Long.class),
                value(row, "from_at", Instant.class),
                row.get("to_at", Instant.class),
                row.get("filled_in", Long.class),
                row.get("missing", Long.class),
                value(row, "known_at", Instant.class),
                value(row, "heard_at", Instant.class),
                LinkStatus.of(text(row, "status")),
                text(row, "explanation"),
                row.get("advice", String.class),
                value(row, "down", Boolean.class),
                value(row, "removed", Boolean.class),
                row.get("down_at", Instant.class),
                row.get("back_at", Instant.class));
    }
}
