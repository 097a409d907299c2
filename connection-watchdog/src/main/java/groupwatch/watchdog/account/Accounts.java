package groupwatch.watchdog.account;

import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts' rows. */
@Repository
public class Accounts {

    /** One after the other, so that the limit holds. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('watchdog.accounts'))";

    private static final String INSERT = """
            INSERT INTO accounts (id, server, sealed_key, number, full_history, created_at, idempotency_key)
            SELECT $1, $2, $3, $4, $5, $6, $8 WHERE (SELECT count(*) FROM accounts) < $7
            """;

    /** The topic is told of it later: it may be away just now. */
    private static final String REMOVE = """
            WITH gone AS (DELETE FROM accounts WHERE id = $1 RETURNING id)
            INSERT INTO removed_accounts (id, at) SELECT id, clock_timestamp() FROM gone
            ON CONFLICT (id) DO UPDATE SET at = excluded.at
            """;

    private final DatabaseClient database;

    Accounts(DatabaseClient database) {
        this.database = database;
    }

    /** By name. */
    public Flux<Account> all() {
        return database.sql("SELECT * FROM accounts ORDER BY id")
                .map(Accounts::account)
                .all();
    }

    /** Empty when there is none of that name. */
    public Mono<Account> find(String id) {
        if (id.indexOf('\0') >= 0) {
            // no text of a database has it
            return Mono.empty();
        }
        return database.sql("SELECT * FROM accounts WHERE id = $1")
                .bind(0, id)
                .map(Accounts::account)
                .one();
    }

    /** The one that a request of this key added; empty when there is none. */
    Mono<Account> find(String id, String key) {
        return database.sql("SELECT * FROM accounts WHERE id = $1 AND idempotency_key = $2")
                .bind(0, id)
                .bind(1, key)
                .map(Accounts::account)
                .one();
    }

    /** Those of them that are there. */
    public Flux<Account> find(Collection<String> ids) {
        return database.sql("SELECT * FROM accounts WHERE id = ANY ($1)")
                .bind(0, ids.toArray(String[]::new))
                .map(Accounts::account)
                .all();
    }

    /** Within a transaction. Emits whether there was room; an error when the name is taken. */
    Mono<Boolean> add(Account account, @Nullable String key, int limit) {
        var insert = database.sql(INSERT)
                .bind(0, account.id())
                .bind(4, account.fullHistory())
                .bind(5, account.createdAt())
                .bind(6, limit);
        insert = Binding.text(
                insert, 1, account.server() == null ? null : account.server().toString());
        insert = Binding.text(insert, 2, account.sealedKey());
        insert = Binding.text(insert, 3, account.number());
        insert = Binding.text(insert, 7, key);
        var inserted = insert.fetch().rowsUpdated().map(rows -> rows > 0);
        return database.sql(LOCK).then().then(inserted);
    }

    /** Where it is, its key and what is wanted of it; empty when it is gone. */
    Mono<Account> change(Account account) {
        var update = database.sql("""
                UPDATE accounts SET server = $2, sealed_key = $3, number = $4, full_history = $5 WHERE id = $1 RETURNING *
                """).bind(0, account.id()).bind(4, account.fullHistory());
        update = Binding.text(
                update, 1, account.server() == null ? null : account.server().toString());
        update = Binding.text(update, 2, account.sealedKey());
        return Binding.text(update, 3, account.number()).map(Accounts::account).one();
    }

    /** Emits whether it was there. What is known of its link, and of its gaps, goes with it. */
    public Mono<Boolean> remove(String id) {
        return database.sql(REMOVE).bind(0, id).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static Account account(Readable row) {
        String server = row.get("server", String.class);
        return new Account(
                Columns.text(row, "id"),
                server == null ? null : URI.create(server),
                row.get("sealed_key", String.class),
                row.get("number", String.class),
                Columns.value(row, "full_history", Boolean.class),
                Columns.value(row, "created_at", Instant.class));
    }
}
