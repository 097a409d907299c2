package groupwatch.watchdog.resync;

import groupwatch.kit.database.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was published and is looked for, and what was not found. */
@Repository
class Suspects {

    /** Who is looked for already stays the other run's; who was given up begins anew. */
    private static final String PUBLISHED = """
            INSERT INTO resync_suspects AS known
                (account, chat, id, at, day, expected, absent, run, state, times, looks, published_at, next_look)
            SELECT $1, chat, id, at, day, expected, absent, $2, 'open', 1, 0, $3, $4
            FROM jsonb_to_recordset(CAST($5 AS jsonb))
                AS found(chat text, id text, at timestamptz, day date, expected jsonb, absent boolean)
            ON CONFLICT (account, chat, id) DO UPDATE SET
                at = excluded.at, day = excluded.day, expected = excluded.expected, state = 'open',
                absent = CASE WHEN known.state = 'missing' THEN excluded.absent ELSE known.absent END,
                run = CASE WHEN known.state = 'missing' OR $6 THEN excluded.run ELSE known.run END,
                times = CASE WHEN known.state = 'missing' THEN 1 ELSE known.times END,
                looks = 0, again = false, published_at = excluded.published_at, next_look = excluded.next_look
            """;

    private static final String HELD = """
            SELECT known.chat, known.id FROM resync_suspects known
            JOIN unnest($2::text[], $3::text[]) AS asked(chat, id) USING (chat, id)
            WHERE account = $1 AND (state = 'open' AND NOT again OR state = 'missing' AND $4)
            """;

    private static final String DUE = """
            SELECT *, expected::text AS expected_json FROM resync_suspects
            WHERE account = $1 AND state = 'open' AND NOT again AND next_look <= $2
                AND chat = (SELECT chat FROM resync_suspects
                    WHERE account = $1 AND state = 'open' AND NOT again AND next_look <= $2 ORDER BY next_look LIMIT 1)
            ORDER BY next_look LIMIT 100
            """;

    /** A message in a chat. */
    record Key(String chat, String id) {}

    private final DatabaseClient database;
    private final Clock clock;

    Suspects(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> published(Run run, List<Suspect> suspects) {
        if (suspects.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return database.sql(PUBLISHED)
                .bind(0, run.account())
                .bind(1, run.id())
                .bind(2, now)
                .bind(3, now.plus(Looks.pause(1, 0)))
                .bind(4, SuspectRow.json(suspects))
                .bind(5, answersFirst(run))
                .then();
    }

    /** Those that are not to be published now: looked for already, or given up where that is left to a full comparison. */
    Flux<Key> held(Run run, Collection<Key> keys) {
        return named(HELD, run.account(), keys)
                .bind(3, run.kind() == RunKind.INCREMENTAL)
                .map(row -> new Key(Columns.text(row, "chat"), Columns.text(row, "id")))
                .all();
    }

    /** An outage and whoever asked want to know of all that they found missing. */
    Mono<Void> takeOver(Run run, Collection<Key> keys) {
        if (keys.isEmpty() || !answersFirst(run)) {
            return Mono.empty();
        }
        return named("""
                        UPDATE resync_suspects SET run = $4 FROM unnest($2::text[], $3::text[]) AS asked(chat, id)
                        WHERE account = $1 AND resync_suspects.chat = asked.chat AND resync_suspects.id = asked.id
                            AND state = 'open' AND NOT EXISTS (SELECT FROM resync_runs other
                                WHERE other.id = run AND other.ended_at IS NULL AND other.kind IN ('outage', 'by_hand'))
                        """, run.account(), keys).bind(3, run.id()).then();
    }

    private static boolean answersFirst(Run run) {
        return run.kind() == RunKind.OUTAGE || run.kind() == RunKind.BY_HAND;
    }

    /** They were given up and are there now. */
    Mono<Void> found(String account, Collection<Key> keys) {
        return named("""
                        DELETE FROM resync_suspects USING unnest($2::text[], $3::text[]) AS asked(chat, id)
                        WHERE account = $1 AND resync_suspects.chat = asked.chat AND resync_suspects.id = asked.id
                            AND state = 'missing'
                        """, account, keys).then();
    }

    /** Those of one chat, up to 100. */
    Flux<Suspect> due(String account) {
        return database.sql(DUE)
                .bind(0, account)
                .bind(1, clock.instant())
                .map(SuspectRow::suspect)
                .all();
    }

    /** Those of one chat that were given up and are to be looked for now and then, up to 100. */
    Flux<Suspect> givenUpDue(String account) {
        return database.sql(DUE.replace("state = 'open' AND NOT again", "state = 'missing'"))
                .bind(0, account)
                .bind(1, clock.instant())
                .map(SuspectRow::suspect)
                .all();
    }

    Mono<Void> givenUpLater(String account, List<Suspect> suspects, Duration wait) {
        return named(
                        """
                        UPDATE resync_suspects SET next_look = $4 FROM unnest($2::text[], $3::text[]) AS asked(chat, id)
                        WHERE account = $1 AND resync_suspects.chat = asked.chat AND resync_suspects.id = asked.id
                            AND state = 'missing'
                        """,
                        account,
                        suspects.stream()
                                .map(one -> new Key(one.chat(), one.id()))
                                .toList())
                .bind(3, clock.instant().plus(wait))
                .then();
    }

    /** What was to be published once more and is no longer at Evolution is looked for all the same. */
    Mono<Void> looksAgain(UUID run, String chat) {
        return database.sql("""
                UPDATE resync_suspects SET again = false, next_look = $3
                WHERE run = $1 AND state = 'open' AND again AND ($2 = '' OR chat = $2)
                """)
                .bind(0, run)
                .bind(1, chat)
                .bind(2, clock.instant().plus(Looks.pause(1, 0)))
                .then();
    }

    /** When the first of a run is looked for; empty when none is. */
    Mono<Instant> nextLook(Run run) {
        return database.sql("""
                SELECT next_look FROM resync_suspects WHERE run = $1 AND state = 'open' ORDER BY next_look LIMIT 1
                """).bind(0, run.id()).mapValue(Instant.class).one();
    }

    /** Nobody waits for a group that was switched off. */
    Mono<Void> dropped(String account, Collection<String> chats) {
        return chats.isEmpty()
                ? Mono.empty()
                : database.sql("DELETE FROM resync_suspects WHERE account = $1 AND chat = ANY($2)")
                        .bind(0, account)
                        .bind(1, chats.toArray(String[]::new))
                        .then();
    }

    private DatabaseClient.GenericExecuteSpec named(String sql, String account, Collection<Key> keys) {
        return database.sql(sql)
                .bind(0, account)
                .bind(1, keys.stream().map(Key::chat).toArray(String[]::new))
                .bind(2, keys.stream().map(Key::id).toArray(String[]::new));
    }
}
