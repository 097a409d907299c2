package groupwatch.watchdog.announce;

import groupwatch.kit.database.Columns;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts that are gone, and that the topic still knows. */
@Repository
class RemovedAccounts {

    private final DatabaseClient database;

    RemovedAccounts(DatabaseClient database) {
        this.database = database;
    }

    /** @param at when; one of that name may have been added and removed again meanwhile */
    record Removed(String id, Instant at) {}

    Flux<Removed> all() {
        return database.sql("SELECT id, at FROM removed_accounts ORDER BY at LIMIT 100")
                .map(row -> new Removed(Columns.text(row, "id"), Columns.value(row, "at", Instant.class)))
                .all();
    }

    /** The topic has forgotten it. What another replica told of a new one of that name meanwhile is told again. */
    Mono<Void> told(Removed account) {
        return database.sql("""
                WITH told AS (DELETE FROM removed_accounts WHERE id = $1 AND at = $2)
                UPDATE links SET told = false WHERE account = $1
                """).bind(0, account.id()).bind(1, account.at()).then();
    }
}
