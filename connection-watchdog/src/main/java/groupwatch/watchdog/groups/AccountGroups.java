package groupwatch.watchdog.groups;

import groupwatch.kit.database.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of {@code account_groups}: in which groups an account is, and in which it was. */
@Repository
class AccountGroups {

    private static final String SEEN = """
            INSERT INTO account_groups (account, jid, seen_at) SELECT $1, jid, $2 FROM unnest($3::text[]) AS told(jid)
            ON CONFLICT (account, jid) DO UPDATE SET seen_at = excluded.seen_at, left_at = NULL, missed_at = NULL, waiting_of = NULL
            """;

    private static final String WAIT = """
            INSERT INTO account_groups (account, jid, waiting_of) SELECT $1, jid, $2 FROM unnest($3::text[]) AS told(jid)
            ON CONFLICT (account, jid) DO UPDATE SET waiting_of = excluded.waiting_of
            """;

    private static final String WAIT_KNOWN =
            "UPDATE account_groups SET waiting_of = $2 WHERE account = $1 AND seen_at IS NOT NULL AND left_at IS NULL";

    /** One sync that does not see it says little: Evolution leaves out what WhatsApp did not tell it in time. */
    private static final String LEFT = """
            UPDATE account_groups SET left_at = CASE WHEN missed_at < $2 THEN missed_at END,
                missed_at = coalesce(missed_at, $2)
            WHERE account = $1 AND left_at IS NULL AND seen_at < $2
            """;

    private final DatabaseClient database;

    AccountGroups(DatabaseClient database) {
        this.database = database;
    }

    /** A group the account was in. */
    record Left(String jid, Instant since) {}

    /** The account is in these. */
    Mono<Void> seen(String account, Instant sync, List<String> jids) {
        return told(SEEN, account, sync, jids);
    }

    /** These are to be asked for one by one, and those it was in the last time. */
    Mono<Void> waitFor(String account, Instant sync, List<String> jids) {
        return told(WAIT, account, sync, jids)
                .then(database.sql(WAIT_KNOWN).bind(0, account).bind(1, sync).then());
    }

    /** Empty when none waits. */
    Mono<String> nextWaiting(String account, Instant sync) {
        return database.sql("""
                SELECT jid FROM account_groups WHERE account = $1 AND waiting_of = $2 ORDER BY jid LIMIT 1
                """)
                .bind(0, account)
                .bind(1, sync)
                .map(row -> Columns.text(row, "jid"))
                .one();
    }

    /** There is none of that name for this account. */
    Mono<Void> notFound(String account, String jid) {
        return database.sql("UPDATE account_groups SET waiting_of = NULL WHERE account = $1 AND jid = $2")
                .bind(0, account)
                .bind(1, jid)
                .then();
    }

    /** The sync found all there are: emits how many. It has left the others when the one before did not find them either. */
    Mono<Integer> settle(String account, Instant sync) {
        return database.sql(LEFT)
                .bind(0, account)
                .bind(1, sync)
                .then()
                .then(database.sql("SELECT count(*)::int FROM account_groups WHERE account = $1 AND seen_at = $2")
                        .bind(0, account)
                        .bind(1, sync)
                        .map(row -> Columns.first(row, Integer.class))
                        .one());
    }

    /** The last it left first. */
    Flux<Left> left(String account, int most) {
        return database.sql("""
                SELECT jid, left_at FROM account_groups WHERE account = $1 AND left_at IS NOT NULL
                ORDER BY left_at DESC, jid LIMIT $2
                """)
                .bind(0, account)
                .bind(1, most)
                .map(row -> new Left(Columns.text(row, "jid"), Columns.value(row, "left_at", Instant.class)))
                .all();
    }

    private Mono<Void> told(String sql, String account, Instant sync, List<String> jids) {
        return database.sql(sql)
                .bind(0, account)
                .bind(1, sync)
                .bind(2, jids.stream().distinct().toArray(String[]::new))
                .then();
    }
}
