package groupwatch.watchdog.coverage;

import groupwatch.watchdog.read.Origins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The ledger's rows: set to what was counted. */
@Repository
class Ledger {

    private static final Period KEPT = Period.ofDays(400);

    private static final String SET = """
            INSERT INTO coverage (account, chat, day, webhook, history, filled_in, as_of)
            SELECT $1, $2, day, webhook, history, filled_in, $7
            FROM unnest($3::date[], $4::bigint[], $5::bigint[], $6::bigint[]) AS counted(day, webhook, history, filled_in)
            ON CONFLICT (account, day, chat) DO UPDATE SET webhook = excluded.webhook, history = excluded.history,
                filled_in = excluded.filled_in, as_of = excluded.as_of
            """;

    /** Emits when an account's groups are to be gone through again, and makes a note of it. */
    private static final String WALK = """
            INSERT INTO coverage_walks AS known (account, walked_at) VALUES ($1, $2)
            ON CONFLICT (account) DO UPDATE SET walked_at = excluded.walked_at WHERE known.walked_at <= $3
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Ledger(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Days without messages are set to nothing if they were compared, or are in the ledger already.
     *
     * @param days those that were asked for
     */
    Mono<Void> set(String account, String chat, Collection<DueDays.Due> days, List<Origins> counted) {
        Map<LocalDate, Origins> byDay = counted.stream()
                .filter(one -> one.account().equals(account))
                .collect(Collectors.toMap(Origins::day, Function.identity(), (one, same) -> same));
        List<Origins> set = days.stream()
                .filter(due -> due.compared() || byDay.containsKey(due.day()))
                .map(due -> byDay.getOrDefault(due.day(), new Origins(due.day(), account, 0, 0, 0)))
                .toList();
        return empty(account, chat, days, byDay.keySet()).then(set.isEmpty() ? Mono.empty() : set(account, chat, set));
    }

    private Mono<Void> set(String account, String chat, List<Origins> days) {
        return database.sql(SET)
                .bind(0, account)
                .bind(1, chat)
                .bind(2, days.stream().map(Origins::day).toArray(LocalDate[]::new))
                .bind(3, days.stream().map(Origins::webhook).toArray(Long[]::new))
                .bind(4, days.stream().map(Origins::history).toArray(Long[]::new))
                .bind(5, days.stream().map(Origins::resync).toArray(Long[]::new))
                .bind(6, clock.instant())
                .then();
    }

    /** A day whose messages were erased. */
    private Mono<Void> empty(String account, String chat, Collection<DueDays.Due> days, Set<LocalDate> told) {
        LocalDate[] silent = days.stream()
                .map(DueDays.Due::day)
                .filter(day -> !told.contains(day))
                .toArray(LocalDate[]::new);
        return database.sql("""
                UPDATE coverage SET webhook = 0, history = 0, filled_in = 0, as_of = $4
                WHERE account = $1 AND chat = $2 AND day = ANY($3)
                """)
                .bind(0, account)
                .bind(1, chat)
                .bind(2, silent)
                .bind(3, clock.instant())
                .then();
    }

    /** Whether it is time to go through an account's groups, which then counts as done. What is too old goes. */
    Mono<Boolean> isToBeWalked(String account, Duration every) {
        Instant now = clock.instant();
        return database.sql(WALK)
                .bind(0, account)
                .bind(1, now)
                .bind(2, now.minus(every))
                .fetch()
                .rowsUpdated()
                .flatMap(due -> due > 0 ? tidy(account).thenReturn(true) : Mono.just(false));
    }

    /** It did not succeed. */
    Mono<Void> walkIn(String account, Duration wait, Duration every) {
        return database.sql("UPDATE coverage_walks SET walked_at = $2 WHERE account = $1")
                .bind(0, account)
                .bind(1, clock.instant().minus(every).plus(wait))
                .then();
    }

    private Mono<Void> tidy(String account) {
        return database.sql("DELETE FROM coverage WHERE account = $1 AND day < $2")
                .bind(0, account)
                .bind(1, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(KEPT))
                .then();
    }
}
