package groupwatch.store.query;

import groupwatch.store.api.Cursor;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.query.Walk.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    static final int MOST_LOOKED_AT = 20_000;
    private static final int LOOKED_AT_ONCE = 1_000;

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

    /** When the first message of all was sent, in that order; empty when there is none whose time is known. */
    public Mono<Instant> firstTime(Lanes lanes, boolean oldestFirst) {
        return walk(lanes, MessageFilter.TIMED, Paging.first(oldestFirst), null, 1, 1)
                .flatMapIterable(Stretch::found)
                .next()
                .map(Row::sentAt);
    }

    /** What lies from the start on: against the page's order when the start leads back. */
    Mono<Stretch> walk(
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

    Mono<List<ShownMessage>> load(List<Row> rows) {
        return rows.isEmpty()
                ? Mono.just(List.of())
                : loader.load(rows.stream().map(Row::key).toList())
                        .map(messages -> messages.values().stream()
                                .map(ShownMessage::plain)
                                .toList());
    }

    private static List<Row> inOrder(Stretch stretch, boolean back) {
        return back ? stretch.found().reversed() : stretch.found();
    }

    static @Nullable String text(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.toString();
    }
}
