package groupwatch.store.message;

import static groupwatch.kit.database.Columns.text;

import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MessageRef;
import groupwatch.kit.kafka.IncomingRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes what became of files, and the words that were found in them. Nothing is announced: who fetches files listens to what is
 * announced, and would hear itself. Needs a transaction.
 */
@Component
public class MediaWriter {

    private static final String KNOWN = """
            SELECT k.scope, k.id FROM unnest($1::text[], $2::text[]) AS n(scope, id) JOIN message_keys k USING (scope, id)
            WHERE k.sent_at IS NOT NULL
            """;

    private static final String NEWER = """
            DO UPDATE SET (revision, hash, at, state, reason, media, text, source_topic, source_partition, source_offset)
                = (excluded.revision, excluded.hash, excluded.at, excluded.state, excluded.reason, excluded.media, excluded.text,
                    excluded.source_topic, excluded.source_partition, excluded.source_offset)
            WHERE (excluded.revision, excluded.hash) > (t.revision, t.hash)""";

    private final DatabaseClient database;
    private final MessageRows rows;
    private final RowWords words;
    private final RevokedContentWiper wiper;
    private final FactTable<MediaTold> table;

    MediaWriter(DatabaseClient database, MessageRows rows, RowWords words, RevokedContentWiper wiper) {
        this.database = database;
        this.rows = rows;
        this.words = words;
        this.wiper = wiper;
        this.table = new FactTable<>(
                database,
                "message_media",
                new Columns<Told<MediaTold>>()
                        .key(Told::key)
                        .bigNumber("revision", told -> told.fact().revision())
                        .text("hash", told -> told.fact().hash())
                        .time("at", told -> told.fact().at())
                        .text("state", told -> told.fact().state().wire())
                        .text("reason", told -> told.fact().reason())
                        .json("media", told -> told.fact().media())
                        .text("text", told -> told.fact().text()),
                "scope, id",
                NEWER);
    }

    /** Under what a message is stored. */
    public static MessageKey key(MessageRef message) {
        return new MessageKey(message.scope(), message.id());
    }

    /** Those of these messages that are stored. */
    public Mono<Set<MessageKey>> known(Collection<MessageKey> keys) {
        return keys.isEmpty()
                ? Mono.just(Set.of())
                : database.sql(KNOWN)
                        .bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                        .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                        .map(row -> new MessageKey(text(row, "scope"), text(row, "id")))
                        .all()
                        .collect(Collectors.toSet());
    }

    /** Idempotent, and the same in any order. */
    public Mono<Void> write(Map<IncomingRecord, MediaEvent> events) {
        Facts<MediaTold> facts = facts(events);
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        List<MessageKey> keys = facts.told().stream().map(Told::key).toList();
        SortedSet<MessageKey> sorted = new TreeSet<>(keys);
        return rows.lock(sorted)
                .then(Mono.defer(() -> table.writeSilently(facts)))
                .then(Mono.defer(() -> words.write(sorted)))
                .then(Mono.defer(() -> wiper.wipe(sorted)));
    }

    private static Facts<MediaTold> facts(Map<IncomingRecord, MediaEvent> events) {
        Facts<MediaTold> facts = new Facts<>(told -> "", MediaTold::merge);
        events.forEach(
                (record, event) -> facts.add(new Told<>(key(event.message()), MediaTold.of(event), Source.of(record))));
        return facts;
    }
}
