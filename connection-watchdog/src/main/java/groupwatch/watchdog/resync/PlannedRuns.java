package groupwatch.watchdog.resync;

import groupwatch.events.link.Outage;
import groupwatch.kit.database.Binding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes down which comparisons are to be made. */
@Repository
class PlannedRuns {

    /** Its beginning is a guess, and what came just before may have been lost with it. */
    private static final Duration BEFORE_OUTAGE = Duration.ofMinutes(10);
    /** As long, what Evolution itself gets late of an outage is looked for. */
    private static final Duration AFTER_OUTAGE = Duration.ofHours(1);

    private static final Duration INCREMENTAL_KEPT = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String COLUMNS =
            "INSERT INTO resync_runs (id, account, kind, state, from_at, until_at, asked_at, next_at";

    /** From where the last one that came to its end stopped; one that gave a chat up did not. */
    private static final String INCREMENTAL = COLUMNS + """
            )
            SELECT $1, $2, 'incremental', 'waiting',
                greatest($5, coalesce(least(
                    (SELECT max(until_at) FROM resync_runs run WHERE account = $2 AND kind = 'incremental' AND state = 'done'
                        AND NOT EXISTS (SELECT FROM resync_run_chats WHERE run = run.id AND failed)),
                    (SELECT min(from_at) FROM resync_runs WHERE account = $2 AND kind = 'outage' AND asked_at > $6)), $3)
                    - make_interval(secs => $7)),
                $3, $3, $3
            WHERE NOT EXISTS (SELECT FROM resync_runs
                WHERE account = $2 AND kind = 'incremental' AND (ended_at IS NULL OR asked_at > $4))
            """;

    private static final String FULL = COLUMNS + """
            )
            SELECT $1, $2, 'full', 'waiting', $5, $3, $3, $3
            WHERE NOT EXISTS (SELECT FROM resync_runs
                WHERE account = $2 AND kind = 'full' AND (ended_at IS NULL OR asked_at > $4))
            """;

    private static final String AFTER =
            COLUMNS + ", outage) VALUES ($1, $2, 'outage', 'waiting', $4, $3, $3, $3, $5) ON CONFLICT DO NOTHING";

    private static final String BY_HAND = COLUMNS + """
            , chat, idempotency_key) VALUES ($1, $2, 'by_hand', 'waiting', $4, $3, $3, $3, $5, $6)
            ON CONFLICT (account, idempotency_key) DO NOTHING
            """;

    private final DatabaseClient database;
    private final ResyncSettings settings;
    private final Clock clock;

    PlannedRuns(DatabaseClient database, ResyncSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** By the timer: what is due and not planned yet. */
    Mono<Void> whatIsDue(String account) {
        Instant now = clock.instant();
        return incremental(account, now)
                .then(full(account, now))
                .flatMap(planned -> planned ? tidy(account, now) : Mono.empty());
    }

    private Mono<Void> incremental(String account, Instant now) {
        return insert(INCREMENTAL, UUID.randomUUID(), account, now)
                .bind(3, now.minus(settings.every()))
                .bind(4, now.minus(settings.lookBack()))
                .bind(5, now.minus(AFTER_OUTAGE))
                .bind(6, settings.overlap().toMillis() / 1000.0)
                .then();
    }

    private Mono<Boolean> full(String account, Instant now) {
        return insert(FULL, UUID.randomUUID(), account, now)
                .bind(3, now.minus(settings.fullEvery()))
                .bind(4, now.minus(settings.lookBack()))
                .fetch()
                .rowsUpdated()
                .map(planned -> planned > 0);
    }

    /** Once for each outage. */
    Mono<Void> after(String account, Outage outage) {
        return insert(AFTER, UUID.randomUUID(), account, clock.instant())
                .bind(3, outage.from().minus(BEFORE_OUTAGE))
                .bind(4, outage.id())
                .then();
    }

    /**
     * The same key is the same run, which then is not made anew.
     *
     * @param chat absent: all
     * @param from absent: as far back as usual
     */
    Mono<UUID> byHand(String account, @Nullable String chat, @Nullable Instant from, @Nullable String key) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        var insert = insert(BY_HAND, id, account, now).bind(3, from == null ? now.minus(settings.lookBack()) : from);
        return Binding.text(Binding.text(insert, 4, chat), 5, key)
                .fetch()
                .rowsUpdated()
                .flatMap(made -> made > 0 || key == null ? Mono.just(id) : known(account, key));
    }

    private Mono<UUID> known(String account, String key) {
        return database.sql("SELECT id FROM resync_runs WHERE account = $1 AND idempotency_key = $2")
                .bind(0, account)
                .bind(1, key)
                .mapValue(UUID.class)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec insert(String sql, UUID id, String account, Instant now) {
        return database.sql(sql).bind(0, id).bind(1, account).bind(2, now);
    }

    private Mono<Void> tidy(String account, Instant now) {
        return database.sql("""
                DELETE FROM resync_runs WHERE account = $1
                    AND ended_at < CASE kind WHEN 'incremental' THEN $2::timestamptz ELSE $3::timestamptz END
                """)
                .bind(0, account)
                .bind(1, now.minus(INCREMENTAL_KEPT))
                .bind(2, now.minus(KEPT))
                .then();
    }
}
