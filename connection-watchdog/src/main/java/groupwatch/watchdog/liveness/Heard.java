package groupwatch.watchdog.liveness;

import groupwatch.kit.database.Columns;
import groupwatch.watchdog.watch.LastHeard;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** When and how often accounts were heard. */
@Repository
public class Heard implements LastHeard {

    private static final Duration AROUND = Duration.ofHours(2);

    /** Sorted, so that two replicas do not wait for each other in a circle. */
    private static final String NOTE = """
            WITH counted AS (
                SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::timestamptz[], $5::timestamptz[])
                    AS counted(account, slot, events, first_at, last_at)
            ), slots AS (
                INSERT INTO heard_slots AS known (account, slot, events)
                SELECT account, slot, events FROM counted ORDER BY account, slot
                ON CONFLICT (account, slot) DO UPDATE SET events = known.events + excluded.events
            )
            INSERT INTO heard AS known (account, first_at, last_at)
            SELECT account, min(first_at), max(last_at) FROM counted GROUP BY account ORDER BY account
            ON CONFLICT (account) DO UPDATE SET
                first_at = least(known.first_at, excluded.first_at), last_at = greatest(known.last_at, excluded.last_at)
            """;

    private static final String SLOTS = """
            SELECT slot, events FROM unnest($2::timestamptz[], $3::timestamptz[]) AS stretch(from_at, to_at)
            JOIN heard_slots ON account = $1 AND slot >= from_at AND slot < to_at
            """;

    private final DatabaseClient database;

    Heard(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when nothing ever came. */
    @Override
    public Mono<Instant> lastOf(String account) {
        return database.sql("SELECT last_at FROM heard WHERE account = $1")
                .bind(0, account)
                .map(row -> Columns.first(row, Instant.class))
                .one();
    }

    /** Adds to what is known. The same again, after a crash, is counted again. */
    Mono<Void> note(Collection<SlotCount> counts) {
        return database.sql(NOTE)
                .bind(0, counts.stream().map(SlotCount::account).toArray(String[]::new))
                .bind(1, counts.stream().map(SlotCount::slot).toArray(Instant[]::new))
                .bind(2, counts.stream().map(SlotCount::events).toArray(Long[]::new))
                .bind(3, counts.stream().map(SlotCount::firstAt).toArray(Instant[]::new))
                .bind(4, counts.stream().map(SlotCount::lastAt).toArray(Instant[]::new))
                .then();
    }

    /** What the hours around a silence were like, on the day before and in the weeks before. */
    Mono<Rhythm> rhythm(String account, Instant from, Instant to) {
        Instant[] days = Stream.of(0, 1, 7, 14, 21, 28)
                .map(ago -> from.minus(Duration.ofDays(ago)))
                .toArray(Instant[]::new);
        Duration length = Duration.between(from, to);
        var slots = database.sql(SLOTS)
                .bind(0, account)
                .bind(1, Stream.of(days).map(day -> day.minus(AROUND)).toArray(Instant[]::new))
                .bind(
                        2,
                        Stream.of(days)
                                .map(day -> day.plus(length).plus(AROUND))
                                .toArray(Instant[]::new))
                .map(row ->
                        Map.entry(Columns.value(row, "slot", Instant.class), Columns.value(row, "events", Long.class)))
                .all()
                .collect(TreeMap<Instant, Long>::new, (map, slot) -> map.put(slot.getKey(), slot.getValue()));
        return firstOf(account).defaultIfEmpty(to).zipWith(slots, (since, known) -> new Rhythm(known, since));
    }

    private Mono<Instant> firstOf(String account) {
        return database.sql("SELECT first_at FROM heard WHERE account = $1")
                .bind(0, account)
                .map(row -> Columns.first(row, Instant.class))
                .one();
    }

    /** Those before a time, and instances that are no accounts and were not heard since. */
    Mono<Void> forget(Instant before) {
        var slots = database.sql("DELETE FROM heard_slots WHERE slot < $1").bind(0, before);
        var instances = database.sql("""
                DELETE FROM heard WHERE last_at < $1 AND NOT EXISTS (SELECT FROM accounts WHERE id = heard.account)
                """).bind(0, before);
        return slots.then().then(instances.then());
    }
}
