package groupwatch.store.query;

import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.problem.ProblemException;
import groupwatch.store.api.Cursor;
import groupwatch.store.chat.Chat;
import groupwatch.store.query.Walk.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Pages of a chat's messages, which may also surround a message or a moment. */
@Repository
class ChatPages {

    private static final String PLACE = """
            SELECT sent_at FROM store.message_keys
            WHERE scope = $1 AND id = $2 AND chat = ANY($3) AND sent_at IS NOT NULL
            """;

    private final DatabaseClient database;
    private final MessagePages pages;

    ChatPages(DatabaseClient database, MessagePages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** 404 when the page is to surround a message that is not in the chat. */
    Mono<MessagePage> page(Chat chat, MessageFilter filter, Paging paging) {
        // the account is what a direct chat is found by
        MessageFilter wanted = chat.isGroup() ? filter : filter.seenByAny();
        Lanes lanes = new Lanes.OfChat(chat);
        return switch (paging.around()) {
            case null -> pages.page(lanes, wanted, paging);
            case Around.MessageId message ->
                place(chat, message.id()).flatMap(place -> around(lanes, wanted, paging, place, message.id()));
            case Around.Moment moment -> around(lanes, wanted, paging, Cursor.at(moment.at()), null);
        };
    }

    /** Half of the page before the place, half of it from there on; each looks at half as many messages. */
    private Mono<MessagePage> around(
            Lanes lanes, MessageFilter filter, Paging paging, Cursor place, @Nullable String id) {
        int before = paging.limit() / 2;
        int after = paging.limit() - before;
        int mostLookedAt = MessagePages.MOST_LOOKED_AT / 2;
        return pages.walk(lanes, filter, paging, place.turned(), before, mostLookedAt)
                .zipWhen(back -> pages.walk(lanes, filter, paging, place, after, mostLookedAt))
                .flatMap(sides -> around(sides.getT1(), sides.getT2(), paging, id));
    }

    private Mono<MessagePage> around(Stretch back, Stretch forth, Paging paging, @Nullable String id) {
        List<Row> rows = Stream.concat(back.found().reversed().stream(), forth.found().stream())
                .toList();
        Stretch newer = paging.oldestFirst() ? forth : back;
        Optional<String> mark = id == null
                ? ids(newer.found()).findFirst()
                : ids(rows).filter(id::equals).findFirst();
        return pages.load(rows)
                .map(items -> new MessagePage(
                        items, mark.orElse(null), MessagePages.text(back.beyond()), MessagePages.text(forth.beyond())));
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

    private static Stream<String> ids(List<Row> rows) {
        return rows.stream().map(row -> row.key().id());
    }
}
