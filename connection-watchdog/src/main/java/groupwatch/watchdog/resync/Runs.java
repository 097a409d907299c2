package groupwatch.watchdog.resync;

import groupwatch.kit.database.Binding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs' rows, for whoever carries them out. */
@Repository
class Runs {

    private static final String NEXT = """
            SELECT * FROM resync_runs WHERE account = $1 AND ended_at IS NULL AND next_at <= $2
            ORDER BY CASE kind WHEN 'by_hand' THEN 1 WHEN 'outage' THEN 2 WHEN 'incremental' THEN 3 ELSE 4 END, asked_at
            LIMIT 1
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Runs(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The one that is first in turn; empty when none is due. */
    Mono<Run> next(String account) {
        return database.sql(NEXT)
                .bind(0, account)
                .bind(1, clock.instant())
                .map(RunRow::run)
                .one();
    }

    Mono<Run> find(String account, UUID id) {
        return database.sql("SELECT * FROM resync_runs WHERE account = $1 AND id = $2")
                .bind(0, account)
                .bind(1, id)
                .map(RunRow::run)
                .one();
    }

    /** Those of them that have not ended. */
    Flux<Run> running(Collection<UUID> ids) {
        return database.sql("SELECT * FROM resync_runs WHERE id = ANY($1) AND ended_at IS NULL")
                .bind(0, ids.toArray(UUID[]::new))
                .map(RunRow::run)
                .all();
    }

    /** @param excluded groups that are switched off */
    Mono<Void> listed(Run run, Collection<String> excluded) {
        return Binding.texts(database.sql("""
                                UPDATE resync_runs SET listed = true, state = 'running', begun_at = coalesce(begun_at, $2),
                                    failures = 0, error = NULL, excluded = $3
                                WHERE id = $1 AND ended_at IS NULL
                                """).bind(0, run.id()).bind(1, clock.instant()), 2, excluded)
                .then();
    }

    /** @param rows that were looked at */
    Mono<Void> progressed(Run run, long rows) {
        return database.sql("UPDATE resync_runs SET rows = rows + $2, failures = 0, error = NULL WHERE id = $1")
                .bind(0, run.id())
                .bind(1, rows)
                .then();
    }

    /** It goes on later. */
    Mono<Void> failed(Run run, Duration wait, String error) {
        return database.sql("""
                UPDATE resync_runs SET failures = failures + 1, error = $3, next_at = $2 WHERE id = $1 AND ended_at IS NULL
                """)
                .bind(0, run.id())
                .bind(1, clock.instant().plus(wait))
                .bind(2, error)
                .then();
    }

    Mono<Void> waitUntil(Run run, Instant time) {
        return database.sql("UPDATE resync_runs SET next_at = $2 WHERE id = $1 AND ended_at IS NULL")
                .bind(0, run.id())
                .bind(1, time)
                .then();
    }

    /** Emits whether it had not ended before. */
    Mono<Boolean> end(UUID run, RunState state, @Nullable String conclusion) {
        var update = database.sql("""
                        UPDATE resync_runs SET state = $2, ended_at = $3, begun_at = coalesce(begun_at, $3), conclusion = $4,
                            error = NULL
                        WHERE id = $1 AND ended_at IS NULL
                        """).bind(0, run).bind(1, state.word()).bind(2, clock.instant());
        return Binding.text(update, 3, conclusion).fetch().rowsUpdated().map(ended -> ended > 0);
    }

    /** Digits of the phone that the account is linked to; empty before the first link. */
    Mono<String> phone(String account) {
        return database.sql(
                        "SELECT link->>'phone' AS phone FROM links WHERE account = $1 AND link->>'phone' IS NOT NULL")
                .bind(0, account)
                .mapValue(String.class)
                .one();
    }
}
