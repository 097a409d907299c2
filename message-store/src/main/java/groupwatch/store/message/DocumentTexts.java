package groupwatch.store.message;

import static groupwatch.kit.database.Columns.text;

import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The texts of documents, 64 KB each at most: too much for every message that is shown. */
@Repository
public class DocumentTexts {

    private static final String READ = """
            SELECT scope, id, text FROM unnest($1::text[], $2::text[]) AS n(scope, id) JOIN store.message_media f USING (scope, id)
            WHERE f.text IS NOT NULL
            """;

    private final DatabaseClient database;

    DocumentTexts(DatabaseClient database) {
        this.database = database;
    }

    /** Of those of the messages that have one. */
    public Mono<Map<MessageKey, String>> of(Collection<MessageKey> keys) {
        return keys.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(READ)
                        .bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                        .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                        .map(row -> Map.entry(new MessageKey(text(row, "scope"), text(row, "id")), text(row, "text")))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
