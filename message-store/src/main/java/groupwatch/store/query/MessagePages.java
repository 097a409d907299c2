package groupwatch.store.query;

import static groupwatch.store.database.Columns.text;
import static groupwatch.store.database.Columns.value;

import groupwatch.events.message.Message;
import groupwatch.store.api.Cursor;
import groupwatch.store.api.Page;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.query.Walk.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pages of a chat's messages, walked along the index of (chat, time, id): a page is as cheap at the far end as at the near
 * one, and messages that come in meanwhile move nobody's place. A page looks at 20,000 messages at most: a rare kind in a
 * busy chat may give a page that is not full, or even empty, and its {@code next} goes on from there.
 */
@Repository
class MessagePages {

    private static final int MOST_LOOKED_AT = 20_000;
    private static final int LOOKED_AT_ONCE = 1_000;

    private static final String STEP = """
            SELECT scope, id, sent_at,
                ($6::text[] IS NULL OR type = ANY($6)) AND
                ($7::text[] IS NULL OR sender_phone = ANY($7) OR sender_lid = ANY($7)) AS wanted
            FROM store.messages
            WHERE chat = $1 AND sent_at >= $2 AND sent_at < $3 AND (sent_at, id) %s ($4, $5)
            ORDER BY sent_at %s, id %s LIMIT $8
            """;

    private static final String NEWEST_FIRST = STEP.formatted("<", "DESC", "DESC");
    private static final String OLDEST_FIRST = STEP.formatted(">", "ASC", "ASC");

    private final DatabaseClient database;
    private final MessageLoader loader;
    private final PeopleRepository people;
    private final Clock clock;

    MessagePages(DatabaseClient database, MessageLoader loader, PeopleRepository people, Clock clock) {
        this.database = database;
        this.loader = loader;
        this.people = people;
        this.clock = clock;
    }

    /** A message on the way. */
    private record Row(MessageKey key, Instant sentAt, boolean wanted) {

        Cursor cursor() {
            return new Cursor(sentAt, key.id());
        }
    }

    Mono<Page<Message>> page(String chat, MessageFilter filter) {
        return Mono.defer(() -> walked(chat, filter));
    }

    private Mono<Page<Message>> walked(String chat, MessageFilter filter) {
        PageBuilder page = new PageBuilder(filter.limit(), MOST_LOOKED_AT);
        return senders(filter)
                .flatMapMany(senders -> walk(chat, filter, senders))
                .takeUntil(row -> page.add(row.key(), row.cursor(), row.wanted()))
                .then(Mono.defer(() -> load(page)));
    }

    private Mono<Set<String>> senders(MessageFilter filter) {
        String sender = filter.sender();
        return sender == null ? Mono.just(Set.of()) : people.identitiesOf(sender);
    }

    private Flux<Row> walk(String chat, MessageFilter filter, Set<String> senders) {
        return Flux.fromIterable(Walk.spans(filter, clock))
                // one span at a time: the next is often not needed
                .concatMap(span -> walk(chat, filter, senders, span, filter.cursor()), 0);
    }

    /** A span's messages, fetched step by step as they are asked for. */
    private Flux<Row> walk(String chat, MessageFilter filter, Set<String> senders, Span span, @Nullable Cursor after) {
        int size = filter.isSelective() ? LOOKED_AT_ONCE : filter.limit() + 1;
        return step(chat, filter, senders, span, after, size).collectList().flatMapMany(rows -> {
            Flux<Row> step = Flux.fromIterable(rows);
            return rows.size() < size
                    ? step
                    : step.concatWith(Flux.defer(() ->
                            walk(chat, filter, senders, span, rows.getLast().cursor())));
        });
    }

    private Flux<Row> step(
            String chat, MessageFilter filter, Set<String> senders, Span span, @Nullable Cursor after, int size) {
        // no id is empty, so this lies before the first message of the span, or after the last
        Cursor edge = after != null ? after : new Cursor(filter.oldestFirst() ? span.from() : span.to(), "");
        return bound(database.sql(filter.oldestFirst() ? OLDEST_FIRST : NEWEST_FIRST), filter.types(), senders)
                .bind(0, chat)
                .bind(1, span.from())
                .bind(2, span.to())
                .bind(3, edge.sentAt())
                .bind(4, edge.id())
                .bind(7, size)
                .map(row -> new Row(
                        new MessageKey(text(row, "scope"), text(row, "id")),
                        value(row, "sent_at", Instant.class),
                        value(row, "wanted", Boolean.class)))
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec statement, Set<String> types, Set<String> senders) {
        DatabaseClient.GenericExecuteSpec typed = types.isEmpty()
                ? statement.bindNull(5, String[].class)
                : statement.bind(5, types.toArray(String[]::new));
        return senders.isEmpty() ? typed.bindNull(6, String[].class) : typed.bind(6, senders.toArray(String[]::new));
    }

    private Mono<Page<Message>> load(PageBuilder page) {
        return page.found().isEmpty()
                ? Mono.just(new Page<>(List.of(), page.next()))
                : loader.load(page.found()).map(messages -> new Page<>(List.copyOf(messages.values()), page.next()));
    }
}
