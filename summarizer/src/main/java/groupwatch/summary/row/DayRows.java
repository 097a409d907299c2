package groupwatch.summary.row;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code days} and {@code known_groups}. */
@Repository
public class DayRows {

    private final DatabaseClient database;
    private final Clock clock;

    DayRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when nothing was decided of it. */
    public Mono<Day> find(String group, LocalDate day) {
        return database.sql("SELECT * FROM days WHERE group_jid = $1 AND day = $2")
                .bind(0, group)
                .bind(1, day)
                .map(DayRows::read)
                .one();
    }

    /** Of which nothing more is to be decided unless their messages change. */
    public Flux<Day> decidedSince(LocalDate first) {
        return database.sql("SELECT * FROM days WHERE day >= $1 AND state NOT IN ('so_far', 'reading')")
                .bind(0, first)
                .map(DayRows::read)
                .all();
    }

    /** Decided days whose messages may have changed, the longest changed first. */
    public Flux<Day> changed() {
        return database.sql(
                        "SELECT * FROM days WHERE changed_at IS NOT NULL AND state NOT IN ('so_far', 'reading') ORDER BY changed_at")
                .map(DayRows::read)
                .all();
    }

    /** A day that is over is about to be read. What was decided of it stays; from here on changes are noticed. */
    public Mono<Void> begin(Day day) {
        return database.sql("""
                INSERT INTO days AS d (group_jid, day, zone, from_at, until_at, state, messages, content_hash, decided_at)
                VALUES (:group, :day, :zone, :from, :until, 'reading', 0, '', :now)
                ON CONFLICT (group_jid, day) DO UPDATE SET state = 'reading', zone = excluded.zone, from_at = excluded.from_at,
                    until_at = excluded.until_at
                WHERE d.state = 'so_far'
                """)
                .bind("group", day.group())
                .bind("day", day.day())
                .bind("zone", day.zone().getId())
                .bind("from", day.from())
                .bind("until", day.until())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * Within the transaction that writes the summary, where there is one.
     *
     * @param answered messages of other days whose words were read, for messages of this day answer them
     * @param seen the changes that were told before its messages were read; what changed since is to be looked at on the next run
     */
    public Mono<Void> decide(Day day, Collection<String> answered, long seen) {
        return database.sql("""
                INSERT INTO days AS d (group_jid, day, zone, from_at, until_at, state, messages, content_hash, answered, decided_at)
                VALUES (:group, :day, :zone, :from, :until, :state, :messages, :hash, :answered, :now)
                ON CONFLICT (group_jid, day) DO UPDATE SET zone = excluded.zone, from_at = excluded.from_at, until_at = excluded.until_at,
                    state = excluded.state, messages = excluded.messages, content_hash = excluded.content_hash,
                    answered = excluded.answered, decided_at = excluded.decided_at,
                    changed_at = CASE WHEN d.changes = :seen THEN NULL ELSE CAST(:now AS timestamptz) END
                WHERE d.state = 'so_far' OR excluded.state <> 'so_far'
                """)
                .bind("group", day.group())
                .bind("day", day.day())
                .bind("zone", day.zone().getId())
                .bind("from", day.from())
                .bind("until", day.until())
                .bind("state", day.state().word())
                .bind("messages", day.messages())
                .bind("hash", day.contentHash())
                .bind("answered", answered.toArray(String[]::new))
                .bind("now", clock.instant())
                .bind("seen", seen)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * A message of each group and moment came or changed. Emits how many decided days that concerns.
     *
     * @param moments when the messages were sent, as many as groups
     */
    public Mono<Long> markChanged(List<String> groups, List<Instant> moments) {
        return database.sql("""
                UPDATE days SET changed_at = coalesce(changed_at, $3), changes = changes + 1
                FROM unnest($1::text[], $2::timestamptz[]) AS seen (group_jid, moment)
                WHERE days.group_jid = seen.group_jid AND days.day BETWEEN (seen.moment - interval '1 day')::date AND (seen.moment + interval '1 day')::date
                    AND days.from_at <= seen.moment AND seen.moment < days.until_at AND days.state <> 'so_far'
                """)
                .bind(0, groups.toArray(String[]::new))
                .bind(1, moments.toArray(Instant[]::new))
                .bind(2, clock.instant())
                .fetch()
                .rowsUpdated();
    }

    /** Messages were edited or revoked. Emits how many decided days that concerns in which they are answered. */
    public Mono<Long> markAnswered(Collection<String> groups, Collection<String> messages) {
        return database.sql("""
                UPDATE days SET changed_at = coalesce(changed_at, $3), changes = changes + 1
                WHERE group_jid = ANY ($1) AND answered && $2::text[] AND state <> 'so_far'
                """)
                .bind(0, groups.toArray(String[]::new))
                .bind(1, messages.toArray(String[]::new))
                .bind(2, clock.instant())
                .fetch()
                .rowsUpdated();
    }

    /** Emits since when each of the groups is known here; those that were not are from now on. */
    public Flux<KnownGroup> known(Collection<String> groups) {
        return database.sql("""
                WITH new AS (INSERT INTO known_groups (group_jid, since) SELECT unnest($1::text[]), $2
                    ON CONFLICT DO NOTHING RETURNING group_jid, since)
                SELECT group_jid, since FROM new
                UNION SELECT group_jid, since FROM known_groups WHERE group_jid = ANY ($1)
                """)
                .bind(0, groups.toArray(String[]::new))
                .bind(1, clock.instant())
                .map(row -> new KnownGroup(text(row, "group_jid"), value(row, "since", Instant.class)))
                .all();
    }

    private static Day read(Readable row) {
        return new Day(
                text(row, "group_jid"),
                value(row, "day", LocalDate.class),
                ZoneId.of(text(row, "zone")),
                value(row, "from_at", Instant.class),
                value(row, "until_at", Instant.class),
                DayState.of(text(row, "state")),
                value(row, "messages", Integer.class),
                text(row, "content_hash"),
                row.get("changed_at", Instant.class),
                value(row, "changes", Long.class));
    }
}
