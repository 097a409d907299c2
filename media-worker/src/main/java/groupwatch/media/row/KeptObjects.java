package groupwatch.media.row;

import groupwatch.kit.database.Columns;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code objects}: the different files, each with a lock. */
@Repository
public class KeptObjects {

    /** How many there are, and their size in bytes. */
    public record Usage(long count, long size) {}

    private final DatabaseClient database;
    private final Clock clock;

    KeptObjects(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Until the end of the transaction nobody else stores or removes this file. */
    public Mono<Void> lock(String sha256, long size) {
        return database.sql("""
                INSERT INTO objects AS o (sha256, size, stored_at) VALUES ($1, $2, $3)
                ON CONFLICT (sha256) DO UPDATE SET size = greatest(o.size, excluded.size)
                """)
                .bind(0, sha256)
                .bind(1, size)
                .bind(2, clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Whether a message has it; to be asked under the lock. */
    public Mono<Boolean> isNeeded(String sha256) {
        return database.sql("SELECT EXISTS (SELECT FROM media WHERE sha256 = $1)")
                .bind(0, sha256)
                .map(row -> Columns.first(row, Boolean.class))
                .one();
    }

    public Mono<Void> delete(String sha256) {
        return database.sql("DELETE FROM objects WHERE sha256 = $1")
                .bind(0, sha256)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Files that no message has. */
    public Flux<String> unneeded(int limit) {
        return database.sql("""
                SELECT sha256 FROM objects o WHERE NOT EXISTS (SELECT FROM media m WHERE m.sha256 = o.sha256) LIMIT $1
                """)
                .bind(0, limit)
                .map(row -> Columns.first(row, String.class))
                .all();
    }

    public Mono<Usage> usage() {
        return database.sql("SELECT count(*) AS files, coalesce(sum(size), 0)::bigint AS bytes FROM objects")
                .map(row -> new Usage(Columns.value(row, "files", Long.class), Columns.value(row, "bytes", Long.class)))
                .one();
    }
}
