package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The rows of messages. First the keys of all messages a batch touches are locked, in their order; then the messages
 * that came are merged with what is there, and rows that changed are replaced: a message whose earliest time became
 * earlier may move to another month's partition.
 */
@Component
class MessageRows {

    /**
     * A locked key.
     *
     * @param fresh whether nothing was known of the message before
     * @param chat absent while it has no row
     * @param sentAt where its row is; absent while it has none
     */
    record Lock(
            MessageKey key,
            boolean fresh,
            @Nullable String chat,
            @Nullable Instant sentAt) {}

    /**
     * What became of the batch's messages.
     *
     * @param stored how each of them is stored now
     * @param touched the messages whose rows changed, as they were before and as they are now
     */
    record Written(List<StoredMessage> stored, List<StoredMessage> touched) {}

    /** What a key row begins with: the message's place, if the batch brings the message. */
    private record KeyRow(MessageKey key, @Nullable StoredMessage message) {}

    private static final Columns<KeyRow> KEYS = new Columns<KeyRow>()
            .key(KeyRow::key)
            .text("chat", row -> row.message == null ? null : row.message.chat())
            .text(
                    "sent_at",
                    row -> row.message == null ? null : row.message.sentAt().toString());

    private static final Columns<StoredMessage> PLACES =
            new Columns<StoredMessage>().key(StoredMessage::key).time("sent_at", StoredMessage::sentAt);

    private static final Columns<Lock> LOCKED =
            new Columns<Lock>().key(Lock::key).time("sent_at", lock -> Objects.requireNonNull(lock.sentAt()));

    /** The columns that {@link #message} reads: all but the words, which only the database needs. */
    static final String COLUMNS = """
            m.scope, m.id, m.sent_at, m.chat, m.is_group, m.sender_phone, m.sender_lid, m.sender_name, m.from_me, m.type,
            m.text, m.content, m.content_rank, m.content_hash, m.source_topic, m.source_partition, m.source_offset""";

    private static final String LOCK = """
            INSERT INTO message_keys AS k (scope, id, chat, sent_at)
            SELECT scope, id, chat, sent_at::timestamptz FROM %s AS n(%s)
            ON CONFLICT (scope, id) DO UPDATE SET revision = k.revision + 1
            RETURNING scope, id, xmax = 0 AS fresh, chat, sent_at
            """.formatted(KEYS.unnest(), KEYS.names());

    private static final String READ = "SELECT %s FROM %s AS n(%s) JOIN messages m USING (scope, id, sent_at)"
            .formatted(COLUMNS, LOCKED.unnest(), LOCKED.names());

    private static final String DELETE = """
            DELETE FROM messages m USING %s AS n(%s)
            WHERE m.scope = n.scope AND m.id = n.id AND m.sent_at = n.sent_at
            """.formatted(PLACES.unnest(), PLACES.names());

    private static final String PLACE = """
            UPDATE message_keys k SET sent_at = n.sent_at::timestamptz, chat = n.chat FROM %s AS n(%s)
            WHERE k.scope = n.scope AND k.id = n.id
            """.formatted(KEYS.unnest(), KEYS.names());

    private final DatabaseClient database;
    private final Columns<StoredMessage> rows;
    private final String insert;

    MessageRows(DatabaseClient database, MessageWords words) {
        this.database = database;
        this.rows = rows(words);
        this.insert =
                "INSERT INTO messages (%2$s) SELECT %2$s FROM %1$s AS n(%2$s)".formatted(rows.unnest(), rows.names());
    }

    private static Columns<StoredMessage> rows(MessageWords words) {
        return new Columns<StoredMessage>()
                .key(StoredMessage::key)
                .time("sent_at", StoredMessage::sentAt)
                .text("chat", StoredMessage::chat)
                .flag("is_group", StoredMessage::group)
                .who("sender", StoredMessage::sender)
                .text("sender_name", StoredMessage::senderName)
                .flag("from_me", StoredMessage::fromMe)
                .text("type", message -> message.content().type().wire())
                .text("text", message -> message.content().text())
                .json("content", message -> message.content().json())
                .bigNumber("content_rank", message -> message.content().rank())
                .text("content_hash", message -> message.content().hash())
                .source(StoredMessage::source)
                .words("words", words::of);
    }

    /** Locks the keys of all messages the batch tells of, until the transaction ends. */
    Mono<Map<MessageKey, Lock>> lock(MessageFacts facts) {
        Map<MessageKey, StoredMessage> messages = byKey(messages(facts));
        List<KeyRow> keys = facts.keys().stream()
                .map(key -> new KeyRow(key, messages.get(key)))
                .toList();
        return KEYS.bind(database.sql(LOCK), keys)
                .map(MessageRows::locked)
                .all()
                .collectMap(Lock::key);
    }

    /** Locks the keys of messages of which only facts are told. */
    Mono<Void> lock(SortedSet<MessageKey> keys) {
        return KEYS.bind(
                        database.sql(LOCK),
                        keys.stream().map(key -> new KeyRow(key, null)).toList())
                .fetch()
                .all()
                .then();
    }

    /** Merges the batch's messages into the rows. */
    Mono<Written> write(MessageFacts facts, Map<MessageKey, Lock> locks) {
        List<StoredMessage> messages = messages(facts);
        List<Lock> known = messages.stream()
                .map(message -> Objects.requireNonNull(locks.get(message.key())))
                .filter(lock -> !lock.fresh() && lock.sentAt() != null)
                .toList();
        return read(known).flatMap(there -> replace(messages, there, locks));
    }

    private Mono<Map<MessageKey, StoredMessage>> read(List<Lock> known) {
        if (known.isEmpty()) {
            return Mono.just(Map.of());
        }
        return LOCKED.bind(database.sql(READ), known)
                .map(MessageRows::message)
                .all()
                .collectMap(StoredMessage::key);
    }

    private Mono<Written> replace(
            List<StoredMessage> messages, Map<MessageKey, StoredMessage> there, Map<MessageKey, Lock> locks) {
        List<StoredMessage> merged = messages.stream()
                .map(message -> there.containsKey(message.key())
                        ? there.get(message.key()).merge(message)
                        : message)
                .toList();
        List<StoredMessage> changed = merged.stream()
                .filter(message -> !message.equals(there.get(message.key())))
                .toList();
        List<StoredMessage> replaced = changed.stream()
                .map(message -> there.get(message.key()))
                .filter(Objects::nonNull)
                .toList();
        List<KeyRow> placed = changed.stream()
                .filter(message ->
                        !Objects.requireNonNull(locks.get(message.key())).fresh())
                .map(message -> new KeyRow(message.key(), message))
                .toList();
        return execute(PLACES, DELETE, replaced)
                .then(execute(rows, insert, changed))
                .then(execute(KEYS, PLACE, placed))
                .thenReturn(new Written(
                        merged,
                        Stream.concat(replaced.stream(), changed.stream()).toList()));
    }

    private <R> Mono<Void> execute(Columns<R> columns, String sql, List<R> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : columns.bind(database.sql(sql), rows).fetch().rowsUpdated().then();
    }

    private static List<StoredMessage> messages(MessageFacts facts) {
        return facts.messages.told().stream().map(Told::fact).toList();
    }

    private static Map<MessageKey, StoredMessage> byKey(Collection<StoredMessage> messages) {
        return messages.stream().collect(Collectors.toMap(StoredMessage::key, Function.identity()));
    }

    private static Lock locked(Readable row) {
        return new Lock(
                new MessageKey(text(row, "scope"), text(row, "id")),
                Boolean.TRUE.equals(row.get("fresh", Boolean.class)),
                row.get("chat", String.class),
                row.get("sent_at", Instant.class));
    }

    static StoredMessage message(Readable row) {
        return new StoredMessage(
                new MessageKey(text(row, "scope"), text(row, "id")),
                Objects.requireNonNull(row.get("sent_at", Instant.class)),
                text(row, "chat"),
                Boolean.TRUE.equals(row.get("is_group", Boolean.class)),
                new Identities(Jid.parse(text(row, "sender_phone")), Jid.parse(text(row, "sender_lid"))),
                text(row, "sender_name"),
                Boolean.TRUE.equals(row.get("from_me", Boolean.class)),
                new StoredContent(
                        MessageType.of(text(row, "type")),
                        row.get("text", String.class),
                        text(row, "content"),
                        Objects.requireNonNull(row.get("content_rank", Long.class)),
                        text(row, "content_hash")),
                new Source(
                        text(row, "source_topic"),
                        Objects.requireNonNull(row.get("source_partition", Integer.class)),
                        Objects.requireNonNull(row.get("source_offset", Long.class))));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
