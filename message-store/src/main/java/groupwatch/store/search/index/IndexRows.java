package groupwatch.store.search.index;

import static groupwatch.kit.database.Columns.first;
import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.store.message.MessageKey;
import groupwatch.store.message.RowWords;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Rows to be indexed, a bounded number at a time. Everything runs in the transaction of whoever asks. */
@Repository
class IndexRows {

    static final int BATCH = 500;

    /** Until the transaction ends only one replica indexes. */
    private static final String LEASE = "SELECT pg_try_advisory_xact_lock(hashtext('groupwatch.store.search.index'))";

    private static final String WITHOUT_WORDS = """
            SELECT scope, id, sent_at FROM store.messages WHERE words IS NULL ORDER BY sent_at DESC LIMIT
            """ + BATCH;

    private static final String COUNT = """
            SELECT count(*) FROM (SELECT FROM store.messages WHERE words IS NULL LIMIT 1000000) waiting
            """;

    private static final String OF_GROUP = """
            SELECT scope, id, sent_at FROM store.messages
            WHERE chat = $1 AND (sent_at, id) < ($2::text::timestamptz, $3) ORDER BY sent_at DESC, id DESC LIMIT
            """ + BATCH;

    // in the order in which batches lock them
    private static final String LOCK = """
            SELECT k.scope, k.id FROM unnest($1::text[], $2::text[]) AS n(scope, id) JOIN store.message_keys k USING (scope, id)
            ORDER BY k.scope COLLATE "C", k.id COLLATE "C" FOR UPDATE OF k
            """;

    private final DatabaseClient database;
    private final RowWords words;

    IndexRows(DatabaseClient database, RowWords words) {
        this.database = database;
        this.words = words;
    }

    /** A row, and where it stands. */
    record Row(MessageKey key, Instant sentAt) {

        private static Row of(Readable row) {
            return new Row(new MessageKey(text(row, "scope"), text(row, "id")), value(row, "sent_at", Instant.class));
        }
    }

    /** False while another replica does it. */
    Mono<Boolean> lease() {
        return database.sql(LEASE).map(row -> first(row, Boolean.class)).one();
    }

    Mono<List<Row>> withoutWords() {
        return database.sql(WITHOUT_WORDS).map(Row::of).all().collectList();
    }

    /** How many there are; a million stands for any more. */
    Mono<Long> countWithoutWords() {
        return database.sql(COUNT).map(row -> first(row, Long.class)).one();
    }

    /** Newest first. */
    Mono<List<Row>> ofGroup(LanguageChange change) {
        return database.sql(OF_GROUP)
                .bind(0, change.group())
                .bind(1, change.at())
                .bind(2, change.id())
                .map(Row::of)
                .all()
                .collectList();
    }

    /** Writes their words; returns how many rows changed. */
    Mono<Long> index(List<Row> rows) {
        List<MessageKey> keys = rows.stream().map(Row::key).toList();
        return database.sql(LOCK)
                .bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                .fetch()
                .all()
                .then(Mono.defer(() -> words.writeAll(keys)));
    }
}
