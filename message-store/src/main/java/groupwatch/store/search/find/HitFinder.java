package groupwatch.store.search.find;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.store.message.MessageKey;
import groupwatch.store.search.find.Found.Searched;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds hits. Newest first: the newest rows are walked, and when that does not fill the page, the index of words is asked
 * month by month, until the page is full or the time is up. By rank: the index alone.
 */
@Repository
class HitFinder {

    /** A page whose months take longer is handed out as it is; its cursor goes on from there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MONTHS_WALKED = 4;

    // plans made once for any word would take a rare one for a common one; branches side by side would mix up their
    // order
    private static final String SETTINGS = """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', '20s', true),
                set_config('max_parallel_workers_per_gather', '0', true)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Months months;
    private final Clock clock;

    HitFinder(DatabaseClient database, TransactionalOperator transaction, Months months, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.months = months;
        this.clock = clock;
    }

    Mono<Found> newest(Plan plan, @Nullable SearchCursor cursor, int limit) {
        Place after = cursor == null ? null : cursor.last();
        TimeRange left = after == null
                ? plan.range()
                : plan.range().within(new TimeRange(Instant.MIN, after.sentAt().plus(1, ChronoUnit.MICROS)));
        return prepared(left)
                .flatMap(spans -> walked(plan, spans, after, limit + 1)
                        .filter(hits -> hits.size() > limit)
                        .switchIfEmpty(Mono.defer(() -> looked(plan, spans, after, limit + 1)))
                        .map(hits -> hits.page(limit)))
                .as(transaction::transactional)
                .defaultIfEmpty(Found.NOTHING);
    }

    Mono<Found> best(Plan plan, @Nullable SearchCursor cursor, int limit) {
        SearchCursor.Window window = cursor == null ? null : cursor.window();
        TimeRange left = window == null
                ? plan.range()
                : plan.range().within(new TimeRange(window.from(), window.to().plus(1, ChronoUnit.MICROS)));
        return prepared(left)
                .flatMap(spans -> ranked(plan, spans, cursor, limit))
                .as(transaction::transactional)
                .defaultIfEmpty(Found.NOTHING);
    }

    /** Empty when there is no time in which to look. */
    private Mono<List<TimeRange>> prepared(TimeRange range) {
        return range.isEmpty()
                ? Mono.empty()
                : database.sql(SETTINGS).fetch().one().then(Mono.defer(() -> months.within(range)));
    }

    /** Hits so far, newest first, and where nobody looked yet. */
    private record Gathered(List<Hit> hits, @Nullable Instant backTo) {

        int size() {
            return hits.size();
        }

        Found page(int limit) {
            if (hits.size() > limit) {
                List<Hit> page = List.copyOf(hits.subList(0, limit));
                return new Found(page, new SearchCursor(Place.of(page.getLast()), null), Searched.EVERYTHING);
            }
            return backTo == null
                    ? new Found(hits, null, Searched.EVERYTHING)
                    : new Found(hits, new SearchCursor(Place.before(backTo), null), new Searched(false, backTo, null));
        }
    }

    private Mono<Gathered> walked(Plan plan, List<TimeRange> spans, @Nullable Place after, int limit) {
        List<TimeRange> newest = spans.subList(0, Math.min(spans.size(), MONTHS_WALKED));
        Statement statement = new Statement();
        return hits(statement, HitSql.walk(statement, plan, newest, after, limit))
                .collectList()
                .map(hits -> new Gathered(hits, null));
    }

    private Mono<Gathered> looked(Plan plan, List<TimeRange> spans, @Nullable Place after, int limit) {
        Instant until = clock.instant().plus(PATIENCE);
        List<Hit> hits = new ArrayList<>();
        return Flux.fromIterable(plan.portions(spans))
                .concatMap(some -> looked(plan, some, after, limit - hits.size(), hits), 0)
                .takeUntil(last -> hits.size() == limit || clock.instant().isAfter(until))
                .last()
                .map(last -> new Gathered(hits, last.equals(spans.getLast()) ? null : last.from()));
    }

    /** Adds their hits; returns the oldest of the spans. */
    private Mono<TimeRange> looked(Plan plan, List<TimeRange> spans, @Nullable Place after, int limit, List<Hit> hits) {
        Statement statement = new Statement();
        return hits(statement, HitSql.look(statement, plan, spans, after, limit))
                .doOnNext(hits::add)
                .then(Mono.just(spans.getLast()));
    }

    private Flux<Hit> hits(Statement statement, String sql) {
        return statement.on(database, sql).map(HitFinder::hit).all();
    }

    private static Hit hit(Readable row) {
        return new Hit(
                new MessageKey(text(row, "scope"), text(row, "id")),
                value(row, "sent_at", Instant.class),
                value(row, "rank", Double.class));
    }

    private Mono<Found> ranked(Plan plan, List<TimeRange> spans, @Nullable SearchCursor after, int limit) {
        Instant until = clock.instant().plus(PATIENCE);
        Ranking ranking = new Ranking(after, limit);
        return Flux.fromIterable(plan.portions(spans))
                .concatMap(some -> ranked(plan, some, after, limit, ranking), 0)
                .takeUntil(last -> ranking.isFull() || clock.instant().isAfter(until))
                .last()
                .map(last -> ranking.page(last.equals(spans.getLast())));
    }

    private Mono<TimeRange> ranked(
            Plan plan, List<TimeRange> spans, @Nullable SearchCursor after, int limit, Ranking ranking) {
        Statement statement = new Statement();
        return statement
                .on(database, HitSql.rank(statement, plan, spans, after, ranking.left(), limit + 1))
                .map(row -> new Ranking.Candidate(
                        hit(row),
                        value(row, "hits", Long.class),
                        new TimeRange(value(row, "oldest", Instant.class), value(row, "newest", Instant.class))))
                .all()
                .collectList()
                .doOnNext(ranking::add)
                .thenReturn(spans.getLast());
    }
}
