package groupwatch.watchdog.groups;

import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of {@code group_syncs}. A sync is named by when it began: whoever goes on with an older one writes nothing. */
@Repository
class GroupSyncRows {

    /** So few groups are worth trying to have all at once again. */
    private static final int FEW = 25;

    private static final String ASK = """
            INSERT INTO group_syncs AS s (account, asked_at, next_at) VALUES ($1, $2, $2)
            ON CONFLICT (account) DO UPDATE SET asked_at = excluded.asked_at,
                next_at = CASE WHEN s.error IN ('too-often', 'not-asked') THEN s.next_at ELSE least(s.next_at, excluded.next_at) END
            """;

    private static final String BEGIN = """
            INSERT INTO group_syncs (account, begun_at, next_at) VALUES ($1, $2, $2)
            ON CONFLICT (account) DO UPDATE SET begun_at = excluded.begun_at, next_at = excluded.next_at
            """;

    private static final String END = """
            UPDATE group_syncs SET done_at = $3, groups = $4, failures = 0, error = NULL, next_at = $5, one_by_one = one_by_one AND $4 > $6
            WHERE account = $1 AND begun_at = $2
            """;

    private static final String FAIL = """
            UPDATE group_syncs SET failures = failures + 1, error = $3, next_at = $4 WHERE account = $1 AND begun_at = $2
            """;

    private static final String ONE_BY_ONE =
            "UPDATE group_syncs SET one_by_one = true WHERE account = $1 AND begun_at = $2";

    private final DatabaseClient database;

    GroupSyncRows(DatabaseClient database) {
        this.database = database;
    }

    Mono<GroupSyncState> find(String account) {
        return database.sql("SELECT * FROM group_syncs WHERE account = $1")
                .bind(0, account)
                .map(GroupSyncRows::state)
                .one()
                .defaultIfEmpty(GroupSyncState.fresh(account));
    }

    /** Of all accounts, also those without one yet, by name. */
    Flux<GroupSyncState> all() {
        return database.sql("SELECT id FROM accounts ORDER BY id")
                .map(row -> Columns.text(row, "id"))
                .all()
                .collectList()
                .flatMapIterable(accounts -> accounts)
                .concatMap(this::find);
    }

    /** It is due as soon as Evolution may be asked. */
    Mono<Void> ask(String account, Instant now) {
        return database.sql(ASK).bind(0, account).bind(1, now).then();
    }

    Mono<Void> begin(String account, Instant now) {
        return database.sql(BEGIN).bind(0, account).bind(1, now).then();
    }

    Mono<Void> end(String account, Instant begunAt, Instant now, int groups, Instant nextAt) {
        return database.sql(END)
                .bind(0, account)
                .bind(1, begunAt)
                .bind(2, now)
                .bind(3, groups)
                .bind(4, nextAt)
                .bind(5, FEW)
                .then();
    }

    /** It goes on after a failure. */
    Mono<Void> recovered(String account, Instant begunAt) {
        return database.sql("UPDATE group_syncs SET failures = 0, error = NULL WHERE account = $1 AND begun_at = $2")
                .bind(0, account)
                .bind(1, begunAt)
                .then();
    }

    /** @param error a word */
    Mono<Void> fail(String account, Instant begunAt, String error, Instant nextAt) {
        return database.sql(FAIL)
                .bind(0, account)
                .bind(1, begunAt)
                .bind(2, error)
                .bind(3, nextAt)
                .then();
    }

    /** From now on, until they are few. */
    Mono<Void> oneByOne(String account, Instant begunAt) {
        return database.sql(ONE_BY_ONE).bind(0, account).bind(1, begunAt).then();
    }

    private static GroupSyncState state(Readable row) {
        return new GroupSyncState(
                Columns.text(row, "account"),
                row.get("asked_at", Instant.class),
                row.get("begun_at", Instant.class),
                row.get("done_at", Instant.class),
                row.get("groups", Integer.class),
                Columns.value(row, "one_by_one", Boolean.class),
                Columns.value(row, "failures", Integer.class),
                row.get("error", String.class),
                Columns.value(row, "next_at", Instant.class));
    }
}
