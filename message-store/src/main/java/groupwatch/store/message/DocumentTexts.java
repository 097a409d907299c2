package groupwatch.store.message;

import static groupwatch.kit.database.Columns.text;

import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The texts of documents, 64 KB each at most: too much for every message that is shown. */
@Repository
public class DocumentTexts {

    private static final String READ = """
            SELECT scope, id, text FROM unnest($1::text[], $2::text[]) AS n(scope, id) JOIN store.message_media f USING (scope, id)
            WHERE f.text IS NOT NULL
            """;

    private static final String READ_BEGINNINGS = READ.replace(" text FROM", " left(f.text, $3) AS text FROM");

    private final DatabaseClient database;

    DocumentTexts(DatabaseClient database) {
        this.database = database;
    }

    /** Of those of the messages that have one. */
    public Mono<Map<MessageKey, String>> of(Collection<MessageKey> keys) {
        return keys.isEmpty() ? Mono.just(Map.of()) : read(database.sql(READ), keys);
    }

    /** Of those of the messages that have one, so many code points of it at most. */
    public Mono<Map<MessageKey, String>> beginnings(Collection<MessageKey> keys, int most) {
        return keys.isEmpty()
                ? Mono.just(Map.of())
                : read(database.sql(READ_BEGINNINGS).bind(2, most), keys);
    }

    private static Mono<Map<MessageKey, String>> read(GenericExecuteSpec read, Collection<MessageKey> keys) {
        return read.bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                .map(row -> Map.entry(new MessageKey(text(row, "scope"), text(row, "id")), text(row, "text")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
