package groupwatch.watchdog.resync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what became of suspects of one chat, with their runs' counts. Within a transaction. */
@Repository
class LookedFor {

    private static final String OF_CHAT = "WHERE account = $1 AND chat = $2 AND id = ANY($3) AND state = 'open'";

    /** Counted by what is removed, so that doing it twice counts once. */
    private static final String FILLED_IN = """
            WITH gone AS (DELETE FROM resync_suspects %s RETURNING run),
                counted AS (UPDATE resync_runs SET filled_in = filled_in + of_run.count
                    FROM (SELECT run, count(*) FROM gone GROUP BY run) of_run WHERE id = of_run.run),
                chats AS (INSERT INTO resync_chats AS known (account, chat, kind, filled_in)
                    SELECT $1, $2, 'incremental', count(*) FROM gone HAVING count(*) > 0
                    ON CONFLICT (account, chat) DO UPDATE SET filled_in = known.filled_in + excluded.filled_in)
            SELECT count(*) FROM gone
            """.formatted(OF_CHAT);

    private static final String GIVEN_UP = """
            WITH given AS (UPDATE resync_suspects SET state = 'missing' %s RETURNING run),
                counted AS (UPDATE resync_runs SET missing = missing + of_run.count
                    FROM (SELECT run, count(*) FROM given GROUP BY run) of_run WHERE id = of_run.run)
            SELECT count(*) FROM given
            """.formatted(OF_CHAT);

    private final DatabaseClient database;
    private final Clock clock;

    LookedFor(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** They are there, through us. */
    Mono<Void> filledIn(String account, String chat, List<String> ids) {
        return of(FILLED_IN, account, chat, ids);
    }

    /** They are suspected missing. */
    Mono<Void> givenUp(String account, String chat, List<String> ids) {
        return of(GIVEN_UP, account, chat, ids);
    }

    /** Nobody is to miss them: they came by themselves, or are kept no longer. */
    Mono<Void> removed(String account, String chat, List<String> ids) {
        return of("DELETE FROM resync_suspects " + OF_CHAT, account, chat, ids);
    }

    /** They are looked for again after a pause. */
    Mono<Void> later(String account, List<Suspect> suspects) {
        return Flux.fromIterable(suspects.stream()
                        .collect(Collectors.groupingBy(one -> List.of(one.times(), one.looks())))
                        .values())
                .concatMap(alike -> later(
                        account,
                        alike,
                        alike.getFirst().times(),
                        alike.getFirst().looks() + 1,
                        false))
                .then();
    }

    /** They are to be published once more. */
    Mono<Void> again(String account, List<Suspect> suspects) {
        return Flux.fromIterable(suspects.stream()
                        .collect(Collectors.groupingBy(Suspect::times))
                        .values())
                .concatMap(alike -> later(account, alike, alike.getFirst().times() + 1, 0, true))
                .then();
    }

    private Mono<Void> later(String account, List<Suspect> alike, int times, int looks, boolean again) {
        return database.sql("UPDATE resync_suspects SET times = $4, looks = $5, again = $6, next_look = $7 " + OF_CHAT)
                .bind(0, account)
                .bind(1, alike.getFirst().chat())
                .bind(2, ids(alike))
                .bind(3, times)
                .bind(4, looks)
                .bind(5, again)
                .bind(6, clock.instant().plus(Looks.pause(times, looks)))
                .then();
    }

    private Mono<Void> of(String sql, String account, String chat, List<String> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : database.sql(sql)
                        .bind(0, account)
                        .bind(1, chat)
                        .bind(2, ids.toArray(String[]::new))
                        .then();
    }

    private static String[] ids(List<Suspect> suspects) {
        return suspects.stream().map(Suspect::id).toArray(String[]::new);
    }

    /** The store could not be asked: all of an account wait. */
    Mono<Void> allWait(String account, Duration wait) {
        return database.sql("""
                UPDATE resync_suspects SET next_look = greatest(next_look, $2) WHERE account = $1 AND state = 'open' AND NOT again
                """)
                .bind(0, account)
                .bind(1, clock.instant().plus(wait))
                .then();
    }
}
