package groupwatch.watchdog.watch;

import groupwatch.kit.database.Columns;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who watches which account, by the database's clock: rows, not locks of a session, for sessions come from a pool. */
@Repository
class Leases {

    private static final String SEEN = """
            INSERT INTO watchers (id, seen_at) VALUES ($1, clock_timestamp())
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
            """;

    private static final String FORGET =
            "DELETE FROM watchers WHERE seen_at < clock_timestamp() - make_interval(secs => $1)";

    /** Its share: as many as there would be for each of those who live, rounded up. */
    private static final String SHARE = """
            SELECT ceil((SELECT count(*) FROM accounts)::numeric / greatest(1, (SELECT count(*) FROM watchers WHERE seen_at > clock_timestamp() - make_interval(secs => $1))))::int
            """;

    private static final String RENEW = """
            UPDATE leases SET held_until = clock_timestamp() + make_interval(secs => $2) WHERE holder = $1 AND held_until > clock_timestamp() RETURNING account
            """;

    private static final String CLAIM = """
            INSERT INTO leases AS l (account, holder, held_until, taken_at)
            SELECT a.id, $1, clock_timestamp() + make_interval(secs => $2), clock_timestamp() FROM accounts a LEFT JOIN leases o ON o.account = a.id
            WHERE o.account IS NULL OR o.held_until <= clock_timestamp() ORDER BY random() LIMIT $3
            ON CONFLICT (account) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until, taken_at = excluded.taken_at
            WHERE l.held_until <= clock_timestamp()
            RETURNING account
            """;

    private static final String GIVE_BACK =
            "UPDATE leases SET held_until = clock_timestamp() WHERE holder = $1 AND account = ANY ($2)";

    private final DatabaseClient database;

    Leases(DatabaseClient database) {
        this.database = database;
    }

    /** Emits how many accounts are this replica's share among those that were seen lately. */
    Mono<Integer> share(String holder, Duration lately) {
        return database.sql(SEEN)
                .bind(0, holder)
                .then()
                .then(database.sql(FORGET)
                        .bind(0, seconds(lately.multipliedBy(10)))
                        .then())
                .then(database.sql(SHARE)
                        .bind(0, seconds(lately))
                        .map(row -> Columns.first(row, Integer.class))
                        .one());
    }

    /** Emits the accounts that are still this replica's. */
    Mono<Set<String>> renew(String holder, Duration lease) {
        return accounts(database.sql(RENEW).bind(0, holder).bind(1, seconds(lease)));
    }

    /** Emits the accounts it has taken: nobody's, or those of who has not renewed. */
    Mono<Set<String>> claim(String holder, Duration lease, int most) {
        return accounts(
                database.sql(CLAIM).bind(0, holder).bind(1, seconds(lease)).bind(2, most));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static Mono<Set<String>> accounts(DatabaseClient.GenericExecuteSpec statement) {
        Flux<String> accounts =
                statement.map(row -> Columns.text(row, "account")).all();
        return accounts.collect(Collectors.toUnmodifiableSet());
    }

    Mono<Void> giveBack(String holder, Set<String> accounts) {
        return database.sql(GIVE_BACK)
                .bind(0, holder)
                .bind(1, accounts.toArray(String[]::new))
                .then();
    }

    /** It takes no share any more. */
    Mono<Void> leave(String holder) {
        return database.sql("DELETE FROM watchers WHERE id = $1")
                .bind(0, holder)
                .then();
    }
}
