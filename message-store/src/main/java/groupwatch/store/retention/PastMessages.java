package groupwatch.store.retention;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds messages past their chat's limit, chat by chat along the index of (chat, time, id). */
@Repository
class PastMessages {

    private static final int STEP = 1_000;

    // from chat to chat by the index: as many probes as there are chats, however many messages they have
    private static final String CHATS = """
            WITH RECURSIVE chats AS (
                (SELECT chat FROM store.messages WHERE sent_at < $3::timestamptz ORDER BY chat LIMIT 1)
                UNION ALL
                SELECT next.chat FROM chats, LATERAL (
                    SELECT m.chat FROM store.messages m WHERE m.chat > chats.chat AND m.sent_at < $3::timestamptz
                    ORDER BY m.chat LIMIT 1) next),
            limited AS (
                SELECT chat, coalesce(since, $4::timestamptz) AS since
                FROM chats LEFT JOIN unnest($1::text[], $2::text[]::timestamptz[]) AS groups(chat, since) USING (chat))
            """;
    private static final String HAVING_SOME = CHATS + """
            SELECT chat, since FROM limited
            WHERE EXISTS (SELECT FROM store.messages m WHERE m.chat = limited.chat AND m.sent_at < limited.since)
            """;
    private static final String COUNTED = CHATS + """
            SELECT chat, messages, oldest FROM limited, LATERAL (
                SELECT count(*) AS messages, min(m.sent_at) AS oldest FROM store.messages m
                WHERE m.chat = limited.chat AND m.sent_at < limited.since) past
            WHERE messages > 0 ORDER BY chat
            """;
    private static final String WALK = """
            SELECT scope, id, sent_at FROM store.messages
            WHERE chat = $1 AND sent_at < $2 AND (sent_at, id) > ($3::timestamptz, $4)
            ORDER BY sent_at, id LIMIT
            """ + STEP;

    private final DatabaseClient database;

    PastMessages(DatabaseClient database) {
        this.database = database;
    }

    /** How much of a chat is past its limit. */
    record Count(String chat, long messages, Instant oldest) {}

    private record Chat(String jid, Instant since) {}

    private record Found(Doomed message, Instant sentAt) {}

    /** Every message past its chat's limit, each chat's oldest first, fetched as it is asked for. */
    Flux<Doomed> find(KeptSince keptSince) {
        return bound(HAVING_SOME, keptSince)
                .map(row -> new Chat(text(row, "chat"), value(row, "since", Instant.class)))
                .all()
                .collectList()
                .flatMapIterable(chats -> chats)
                .concatMap(chat -> walk(chat, "-infinity", ""), 0);
    }

    /** By chat; only chats that have some. */
    Flux<Count> count(KeptSince keptSince) {
        return bound(COUNTED, keptSince)
                .map(row -> new Count(
                        text(row, "chat"), value(row, "messages", Long.class), value(row, "oldest", Instant.class)))
                .all();
    }

    private Flux<Doomed> walk(Chat chat, String sentAt, String id) {
        return step(chat, sentAt, id).flatMapMany(found -> {
            Flux<Doomed> step = Flux.fromIterable(found).map(Found::message);
            return found.size() < STEP
                    ? step
                    : step.concatWith(Flux.defer(() -> {
                        Found last = found.getLast();
                        return walk(
                                chat, last.sentAt().toString(), last.message().id());
                    }));
        });
    }

    private Mono<List<Found>> step(Chat chat, String sentAt, String id) {
        return database.sql(WALK)
                .bind(0, chat.jid())
                .bind(1, chat.since())
                .bind(2, sentAt)
                .bind(3, id)
                .map(row -> new Found(
                        new Doomed(text(row, "scope"), text(row, "id"), chat.since()),
                        value(row, "sent_at", Instant.class)))
                .all()
                .collectList();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, KeptSince keptSince) {
        return database.sql(sql)
                .bind(0, LimitColumns.chats(keptSince))
                .bind(1, LimitColumns.limits(keptSince))
                .bind(2, LimitColumns.text(keptSince.latest()))
                .bind(3, LimitColumns.text(keptSince.suite()));
    }
}
