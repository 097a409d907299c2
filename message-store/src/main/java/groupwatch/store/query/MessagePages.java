package groupwatch.store.query;

import static groupwatch.store.database.Columns.value;

import groupwatch.events.message.Message;
import groupwatch.kit.problem.ProblemException;
import groupwatch.store.api.Cursor;
import groupwatch.store.chat.Chat;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.query.Walk.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Pages of messages, walked along an index from a place on: a page is as cheap at the far end as at the near one, and
 * messages that come in meanwhile move nobody's place. A page looks at 20,000 messages at most: a rare kind in a busy chat
 * may give a page that is not full, or even empty, and its cursors go on from there.
 */
@Repository
public class MessagePages {

    private static final int MOST_LOOKED_AT = 20_000;
    private static final int LOOKED_AT_ONCE = 1_000;

    private static final String PLACE = """
            SELECT sent_at FROM store.message_keys
            WHERE scope = $1 AND id = $2 AND chat = ANY($3) AND sent_at IS NOT NULL
            """;

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

    /** The page of a chat's messages, perhaps around one of them; 404 when that is not in the chat. */
    Mono<MessagePage> ofChat(Chat chat, MessageFilter filter, Paging paging) {
        // the account is what a direct chat is found by
        MessageFilter wanted = chat.isGroup() ? filter : filter.seenByAny();
        Lanes lanes = new Lanes.OfChat(chat);
        return switch (paging.around()) {
            case null -> page(lanes, wanted, paging);
            case Around.MessageId message ->
                place(chat, message.id()).flatMap(place -> around(lanes, wanted, paging, place, message.id()));
            case Around.Moment moment -> around(lanes, wanted, paging, Cursor.at(moment.at()), null);
        };
    }

    /** The page that begins at the cursor, or that ends there when the cursor leads back. */
    public Mono<MessagePage> page(Lanes lanes, MessageFilter filter, Paging paging) {
        Cursor cursor = paging.cursor();
        boolean back = cursor != null && cursor.back();
        String other = cursor == null ? null : cursor.turned().toString();
        return walk(lanes, filter, paging, cursor, paging.limit(), MOST_LOOKED_AT)
                .flatMap(stretch -> load(inOrder(stretch, back))
                        .map(items -> back
                                ? new MessagePage(items, null, text(stretch.beyond()), other)
                                : new MessagePage(items, null, other, text(stretch.beyond()))));
    }

    /** When the first message of all was sent, in that order; empty when there is none. */
    public Mono<Instant> firstTime(Lanes lanes, boolean oldestFirst) {
        return walk(lanes, MessageFilter.ALL, Paging.first(oldestFirst), null, 1, 1)
                .flatMapIterable(Stretch::found)
                .next()
                .map(Row::sentAt);
    }

    /** Half of the page before the place, half of it from there on. */
    private Mono<MessagePage> around(
            Lanes lanes, MessageFilter filter, Paging paging, Cursor place, @Nullable String id) {
        int before = paging.limit() / 2;
        int after = paging.limit() - before;
        return walk(lanes, filter, paging, place.turned(), before, MOST_LOOKED_AT / 2)
                .zipWhen(back -> walk(lanes, filter, paging, place, after, MOST_LOOKED_AT / 2))
                .flatMap(sides -> {
                    Stretch back = sides.getT1();
                    Stretch forth = sides.getT2();
                    List<Row> rows = Stream.concat(inOrder(back, true).stream(), forth.found().stream())
                            .toList();
                    Optional<String> mark = id == null
                            ? first(paging.oldestFirst() ? forth : back)
                            : ids(rows).filter(id::equals).findFirst();
                    return load(rows)
                            .map(items -> new MessagePage(
                                    items, mark.orElse(null), text(back.beyond()), text(forth.beyond())));
                });
    }

    private Mono<Cursor> place(Chat chat, String id) {
        return database.sql(PLACE)
                .bind(0, chat.scope())
                .bind(1, id)
                .bind(2, chat.jids().toArray(String[]::new))
                .map(row -> new Cursor(value(row, "sent_at", Instant.class), id, chat.scope(), false, true))
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such message in this chat.")));
    }

    private Mono<Stretch> walk(
            Lanes lanes, MessageFilter filter, Paging paging, @Nullable Cursor start, int limit, int mostLookedAt) {
        boolean back = start != null && start.back();
        boolean oldestFirst = paging.oldestFirst() != back;
        int stepSize = filter.isSelective() ? LOOKED_AT_ONCE : limit + 1;
        return senders(filter).flatMap(senders -> {
            Stretch stretch = new Stretch(back, start, limit, mostLookedAt);
            Set<String> wanted = senders.isEmpty() ? null : senders;
            return new Walk(database, lanes, filter, wanted, oldestFirst, start, stepSize)
                    .over(Spans.of(filter, oldestFirst, start, clock))
                    .takeUntil(stretch::add)
                    .then(Mono.just(stretch));
        });
    }

    /** Empty: everybody. */
    private Mono<Set<String>> senders(MessageFilter filter) {
        String sender = filter.sender();
        return sender == null ? Mono.just(Set.of()) : people.identitiesOf(sender);
    }

    private Mono<List<Message>> load(List<Row> rows) {
        return rows.isEmpty()
                ? Mono.just(List.of())
                : loader.load(rows.stream().map(Row::key).toList()).map(messages -> List.copyOf(messages.values()));
    }

    private static List<Row> inOrder(Stretch stretch, boolean back) {
        return back ? stretch.found().reversed() : stretch.found();
    }

    private static Optional<String> first(Stretch stretch) {
        return ids(stretch.found()).findFirst();
    }

    private static Stream<String> ids(List<Row> rows) {
        return rows.stream().map(row -> row.key().id());
    }

    private static @Nullable String text(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.toString();
    }
}
