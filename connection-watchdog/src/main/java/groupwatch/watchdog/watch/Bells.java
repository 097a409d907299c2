package groupwatch.watchdog.watch;

import groupwatch.kit.database.Columns;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Which accounts something waits for. */
@Repository
class Bells {

    private final DatabaseClient database;

    Bells(DatabaseClient database) {
        this.database = database;
    }

    Flux<String> rung(Set<String> accounts) {
        return accounts.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        SELECT DISTINCT account FROM signals WHERE NOT taken AND account = ANY ($1)
                        UNION SELECT account FROM orders WHERE ended_at IS NULL AND account = ANY ($1)
                            AND (taken_at IS NULL OR taken_at < clock_timestamp() - interval '5 seconds')
                        """)
                        .bind(0, accounts.toArray(String[]::new))
                        .map(row -> Columns.text(row, "account"))
                        .all();
    }
}
