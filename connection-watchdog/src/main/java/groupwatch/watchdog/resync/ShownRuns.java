package groupwatch.watchdog.resync;

import groupwatch.kit.database.Columns;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads runs and chats as they are shown. */
@Repository
class ShownRuns {

    private static final String RUNS = """
            SELECT run.*, chats.*, suspects.open FROM resync_runs run
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE done) AS done_chats, count(*) AS total_chats,
                    coalesce(sum(CASE WHEN done THEN 1 ELSE least(1, (page - 1)::float8 / greatest(pages, 1)) END), 0) AS share
                FROM resync_run_chats WHERE resync_run_chats.run = run.id AND NOT again) chats
            CROSS JOIN LATERAL (
                SELECT count(*) AS open FROM resync_suspects WHERE resync_suspects.run = run.id AND state = 'open') suspects
            """;

    private static final String CHATS = """
            SELECT chats.*, (SELECT count(*) FROM resync_suspects suspect WHERE suspect.account = chats.account
                AND suspect.chat = chats.chat AND suspect.state = 'missing') AS missing
            FROM resync_chats chats WHERE account = $1 AND chat COLLATE "C" > $2 ORDER BY chat COLLATE "C" LIMIT $3
            """;

    private final DatabaseClient database;
    private final ResyncSettings settings;

    ShownRuns(DatabaseClient database, ResyncSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The newest first. */
    Flux<ShownRun> list(String account, RunCursor before, int limit) {
        return database.sql(RUNS + """
                        WHERE run.account = $1 AND (run.asked_at, run.id) < ($2, $3)
                        ORDER BY run.asked_at DESC, run.id DESC LIMIT $4
                        """)
                .bind(0, account)
                .bind(1, before.askedAt())
                .bind(2, before.id())
                .bind(3, limit)
                .map(ShownRun::of)
                .all();
    }

    /** Empty when there is none of that id. */
    Mono<ShownRun> find(String account, UUID id) {
        return database.sql(RUNS + " WHERE run.account = $1 AND run.id = $2")
                .bind(0, account)
                .bind(1, id)
                .map(ShownRun::of)
                .one();
    }

    /** In the order of their JIDs. */
    Flux<ShownChat> chats(String account, String after, int limit) {
        return next(account)
                .singleOptional()
                .flatMapMany(next -> database.sql(CHATS)
                        .bind(0, account)
                        .bind(1, after)
                        .bind(2, limit)
                        .map(row -> ShownChat.of(row, next.orElse(null)))
                        .all());
    }

    /** All chats are compared together by the timer. */
    private Mono<Instant> next(String account) {
        return database.sql("""
                SELECT coalesce(CASE WHEN ended_at IS NULL THEN next_at END, asked_at + make_interval(secs => $2)) AS at
                FROM resync_runs WHERE account = $1 AND kind = 'incremental' ORDER BY asked_at DESC LIMIT 1
                """)
                .bind(0, account)
                .bind(1, settings.every().toMillis() / 1000.0)
                .map(row -> Columns.value(row, "at", Instant.class))
                .one()
                .filter(at -> settings.enabled());
    }
}
