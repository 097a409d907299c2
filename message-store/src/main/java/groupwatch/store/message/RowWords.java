package groupwatch.store.message;

import groupwatch.store.message.Fact.Edited;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes the words of rows anew where a row alone does not tell them: its message was edited, or its file was read. Whichever of
 * message and fact comes last finds the other; a wiped message has no words to write.
 */
@Component
public class RowWords {

    private record Row(MessageKey key, Instant sentAt, String words) {}

    private static final Columns<Row> ROWS =
            new Columns<Row>().key(Row::key).time("sent_at", Row::sentAt).words("words", Row::words);

    private static final String READ = """
            SELECT %s, (SELECT jsonb_agg(jsonb_build_object('at', at, 'exact', exact, 'text', f.text))
                    FROM message_edits f WHERE f.scope = k.scope AND f.id = k.id)::text AS edits,
                (SELECT %s FROM message_media f WHERE f.scope = k.scope AND f.id = k.id)::text AS media,
                (SELECT f.text FROM message_media f WHERE f.scope = k.scope AND f.id = k.id) AS document
            FROM unnest($1::text[], $2::text[]) AS n(scope, id)
                JOIN message_keys k USING (scope, id)
                JOIN messages m ON m.scope = k.scope AND m.id = k.id AND m.sent_at = k.sent_at
            WHERE %s
            """;

    private static final String READ_CHANGED = READ.formatted(MessageRows.COLUMNS, MediaResult.JSON, """
            m.content_hash <> '' AND (EXISTS (SELECT FROM message_edits e WHERE e.scope = n.scope AND e.id = n.id)
                OR EXISTS (SELECT FROM message_media f WHERE f.scope = n.scope AND f.id = n.id))""");

    private static final String READ_ALL = READ.formatted(MessageRows.COLUMNS, MediaResult.JSON, "true");

    private static final String WRITE = """
            UPDATE messages m SET words = n.words FROM %s AS n(%s)
            WHERE m.scope = n.scope AND m.id = n.id AND m.sent_at = n.sent_at AND m.words IS DISTINCT FROM n.words
            """.formatted(ROWS.unnest(), ROWS.names());

    private final DatabaseClient database;
    private final MessageWords words;

    RowWords(DatabaseClient database, MessageWords words) {
        this.database = database;
        this.words = words;
    }

    /** After a batch's rows and facts are written: of messages that have edits, or whose files were read, by now. */
    Mono<Void> write(MessageFacts facts, Map<MessageKey, MessageRows.Lock> locks) {
        SortedSet<MessageKey> keys = new TreeSet<>();
        facts.edits.told().forEach(told -> keys.add(told.key()));
        facts.messages.told().stream()
                .map(Told::key)
                .filter(key -> !Objects.requireNonNull(locks.get(key)).fresh())
                .forEach(keys::add);
        return write(keys);
    }

    /** Of those of these messages that have edits or whose files were read; their keys are locked. */
    Mono<Void> write(Collection<MessageKey> keys) {
        return keys.isEmpty() ? Mono.empty() : write(READ_CHANGED, keys).then();
    }

    /**
     * Of all these messages, edited or not; whoever asks has locked their keys.
     *
     * @return how many rows changed
     */
    public Mono<Long> writeAll(Collection<MessageKey> keys) {
        return keys.isEmpty() ? Mono.just(0L) : write(READ_ALL, keys);
    }

    private Mono<Long> write(String read, Collection<MessageKey> keys) {
        return database.sql(read)
                .bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                .map(this::row)
                .all()
                .collectList()
                .flatMap(this::update);
    }

    private Row row(Readable row) {
        StoredMessage message = MessageRows.message(row);
        List<Edited> edits = MessageLoader.facts(row, "edits", Edited.class);
        return new Row(
                message.key(),
                message.sentAt(),
                words.of(message, edits, MessageLoader.media(row), row.get("document", String.class)));
    }

    private Mono<Long> update(List<Row> rows) {
        return rows.isEmpty()
                ? Mono.just(0L)
                : ROWS.bind(database.sql(WRITE), rows).fetch().rowsUpdated();
    }
}
