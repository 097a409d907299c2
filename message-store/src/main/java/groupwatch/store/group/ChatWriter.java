package groupwatch.store.group;

import static java.util.Objects.requireNonNullElse;

import groupwatch.events.identity.Jid;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.ChatDeleted;
import groupwatch.events.observed.ChatSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.FactWriter;
import groupwatch.store.receive.Received;
import groupwatch.store.receive.StorableTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes each linked account's list of chats, as far as the chats are captured: name, last sign of it, deletion, and of
 * direct chats the newest message, which also tells which accounts have one. Groups have that in their own tables.
 */
@Component
@Order(GroupWriter.ORDER + 2)
class ChatWriter implements FactWriter {

    private static final String CHATS = """
            INSERT INTO store.chats AS c (instance, chat, name, name_at, seen_at, deleted_at, last_message_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]::timestamptz[], $5::text[]::timestamptz[],
                $6::text[]::timestamptz[], $7::text[]::timestamptz[])
            ON CONFLICT (instance, chat) DO UPDATE SET
                (name, name_at) = (SELECT n, a FROM (VALUES (c.name, c.name_at), (excluded.name, excluded.name_at)) v (n, a)
                                   ORDER BY a DESC NULLS LAST, n DESC NULLS LAST LIMIT 1),
                seen_at = greatest(c.seen_at, excluded.seen_at),
                deleted_at = greatest(c.deleted_at, excluded.deleted_at),
                last_message_at = greatest(c.last_message_at, excluded.last_message_at)
            """;

    private final DatabaseClient database;

    ChatWriter(DatabaseClient database) {
        this.database = database;
    }

    private record Chat(
            GroupChanges.Key key,
            @Nullable Attribute name,
            @Nullable Instant seenAt,
            @Nullable Instant deletedAt,
            @Nullable Instant lastMessageAt) {

        Chat merge(Chat other) {
            Attribute newest = name == null ? other.name : other.name == null ? name : name.newest(other.name);
            return new Chat(
                    key,
                    newest,
                    Newest.latest(seenAt, other.seenAt),
                    Newest.latest(deletedAt, other.deletedAt),
                    Newest.latest(lastMessageAt, other.lastMessageAt));
        }
    }

    @Override
    public Mono<Void> write(Batch batch) {
        Map<GroupChanges.Key, Chat> chats = new TreeMap<>();
        for (Received received : batch.received()) {
            String instance = requireNonNullElse(received.observed().instance(), "");
            Instant at = StorableTime.orEpoch(received.observed().emittedAt());
            for (Observation observation : received.observed().observations()) {
                Chat chat = chat(observation, instance, at, received.record().timestamp());
                if (chat != null && batch.captures(chat.key().part())) {
                    chats.merge(chat.key(), chat, Chat::merge);
                }
            }
        }
        return chats.isEmpty() ? Mono.empty() : insert(chats.values());
    }

    private static @Nullable Chat chat(Observation observation, String instance, Instant at, Instant receivedAt) {
        if (observation instanceof ChatDeleted deleted) {
            return new Chat(key(instance, deleted.chat()), null, null, at, null);
        }
        if (observation instanceof ChatSeen seen && seen.chat() != null) {
            String name = seen.name();
            Attribute named = name == null ? null : new Attribute("name", name, at);
            return new Chat(key(instance, seen.chat()), named, at, null, null);
        }
        return switch (observation) {
            case MessageSeen seen -> spoken(instance, seen.chat(), seen.sentAt(), receivedAt);
            case CallSeen seen -> spoken(instance, seen.chat(), seen.at(), receivedAt);
            default -> null;
        };
    }

    /** A message from too far ahead has a wrong clock: no sign of activity at that time. */
    private static @Nullable Chat spoken(String instance, Jid chat, @Nullable Instant at, Instant receivedAt) {
        if (chat.isGroup()) {
            return null;
        }
        Instant credible =
                at == null || at.isAfter(receivedAt.plus(GroupCollector.CLOCK_TOLERANCE)) ? null : StorableTime.of(at);
        return new Chat(key(instance, chat), null, null, null, credible);
    }

    private static GroupChanges.Key key(String instance, Jid chat) {
        return new GroupChanges.Key(instance, chat.value());
    }

    private Mono<Void> insert(Collection<Chat> chats) {
        return database.sql(CHATS)
                .bind(0, column(chats, chat -> chat.key().group(), String[]::new))
                .bind(1, column(chats, chat -> chat.key().part(), String[]::new))
                .bind(
                        2,
                        column(
                                chats,
                                chat -> chat.name() == null ? null : chat.name().value(),
                                String[]::new))
                .bind(
                        3,
                        column(
                                chats,
                                chat -> chat.name() == null
                                        ? null
                                        : text(chat.name().at()),
                                String[]::new))
                .bind(4, column(chats, chat -> text(chat.seenAt()), String[]::new))
                .bind(5, column(chats, chat -> text(chat.deletedAt()), String[]::new))
                .bind(6, column(chats, chat -> text(chat.lastMessageAt()), String[]::new))
                .then();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static String[] column(
            Collection<Chat> chats, Function<Chat, @Nullable String> value, IntFunction<String[]> array) {
        return chats.stream().map(value).toArray(array);
    }
}
