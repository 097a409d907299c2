package groupwatch.store.message;

import groupwatch.store.MessageStoreProperties;
import groupwatch.store.MessageStoreProperties.RevokedContent;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.FactWriter;
import java.util.Collection;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes the content of revoked messages out of the rows, when so configured. Runs last in each transaction, for every
 * message the batch touched: so it makes no difference which came first, and nobody ever reads what is to be wiped.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RevokedContentWiper implements FactWriter {

    private static final String WIPE = """
            WITH revoked AS (
                SELECT k.scope, k.id, k.sent_at FROM unnest($1::text[], $2::text[]) AS n(scope, id)
                    JOIN message_keys k USING (scope, id)
                WHERE EXISTS (SELECT FROM message_revokes r WHERE r.scope = k.scope AND r.id = k.id)),
            edits AS (DELETE FROM message_edits e USING revoked r WHERE e.scope = r.scope AND e.id = r.id),
            votes AS (DELETE FROM poll_votes v USING revoked r WHERE v.scope = r.scope AND v.id = r.id),
            media AS (DELETE FROM message_media f USING revoked r WHERE f.scope = r.scope AND f.id = r.id),
            raw AS (DELETE FROM raw_events e USING revoked r WHERE e.scope = r.scope AND e.message_id = r.id),
            raw_facts AS (DELETE FROM raw_events e USING revoked r
                WHERE e.scope = r.scope AND e.target_id = r.id AND e.message_id IS NULL)
            UPDATE messages m SET text = NULL, content = jsonb_build_object('type', m.type), content_hash = '',
                -- it is still found by chat, sender and type
                words = CASE WHEN m.words IS NOT NULL THEN
                    array_to_tsvector(ARRAY(SELECT lexeme FROM unnest(m.words) WHERE lexeme ~ '^/[gcplsmt]')) END
            FROM revoked r
            WHERE m.scope = r.scope AND m.id = r.id AND m.sent_at = r.sent_at AND m.content_hash <> ''
            """;

    private final DatabaseClient database;
    private final boolean wipe;

    RevokedContentWiper(DatabaseClient database, MessageStoreProperties properties) {
        this.database = database;
        this.wipe = properties.revokedContent() == RevokedContent.WIPE;
    }

    @Override
    public Mono<Void> write(Batch batch) {
        return wipe ? wipe(MessageFacts.of(batch).keys()) : Mono.empty();
    }

    /** Of those of these messages that are revoked. */
    Mono<Void> wipe(Collection<MessageKey> keys) {
        if (!wipe || keys.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(WIPE)
                .bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
