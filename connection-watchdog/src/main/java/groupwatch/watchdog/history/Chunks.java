package groupwatch.watchdog.history;

import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The chunks' rows. */
@Repository
class Chunks {

    private static final String ADD = """
            INSERT INTO history_chunks (account, event_id, at, messages, progress)
            SELECT account, event_id, at, messages, progress
            FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::integer[])
                AS chunk(account, event_id, at, messages, progress)
            WHERE EXISTS (SELECT FROM accounts WHERE id = account)
            ON CONFLICT DO NOTHING
            """;

    /** Of the last flood: an account that is linked anew gets another one, long after the first. */
    private static final String PROGRESS = """
            WITH chunks AS (
                SELECT at, messages, progress, lag(at) OVER (ORDER BY at) AS before FROM history_chunks WHERE account = $1
            ), flood AS (
                SELECT max(at) AS begun FROM chunks WHERE before IS NULL OR at - before > interval '6 hours'
            )
            SELECT count(*) AS chunks, coalesce(sum(messages), 0)::bigint AS messages,
                count(*) FILTER (WHERE messages IS NULL) AS uncounted, max(progress) AS progress,
                min(at) AS started_at, max(at) AS last_at
            FROM chunks, flood WHERE at >= begun
            """;

    private final DatabaseClient database;

    Chunks(DatabaseClient database) {
        this.database = database;
    }

    /** Emits how many were new. */
    Mono<Integer> add(List<HistoryChunk> chunks) {
        return database.sql(ADD)
                .bind(0, chunks.stream().map(HistoryChunk::account).toArray(String[]::new))
                .bind(1, chunks.stream().map(HistoryChunk::id).toArray(String[]::new))
                .bind(2, chunks.stream().map(HistoryChunk::at).toArray(Instant[]::new))
                .bind(3, chunks.stream().map(HistoryChunk::messages).toArray(Integer[]::new))
                .bind(4, chunks.stream().map(HistoryChunk::progress).toArray(Integer[]::new))
                .fetch()
                .rowsUpdated()
                .map(Math::toIntExact);
    }

    /** Nothing but zeros when none came. */
    Mono<Flood> floodOf(String account) {
        return database.sql(PROGRESS).bind(0, account).map(Chunks::flood).one();
    }

    private static Flood flood(Readable row) {
        return new Flood(
                Columns.value(row, "chunks", Long.class),
                Columns.value(row, "messages", Long.class),
                Columns.value(row, "uncounted", Long.class),
                row.get("progress", Integer.class),
                row.get("started_at", Instant.class),
                row.get("last_at", Instant.class));
    }
}
