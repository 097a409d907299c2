package groupwatch.store.activity;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Has statements planned each time they run. The queue of dirty quarters is empty now and full a moment later; a plan that
 * was kept from when it was empty would search all of it again and again.
 */
@Component
public class FreshPlans {

    private static final String FRESH = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    FreshPlans(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** For the rest of the transaction. */
    Mono<Void> fromHereOn() {
        return database.sql(FRESH).fetch().first().then();
    }

    /** For this query alone. */
    public <T> Mono<T> of(Mono<T> query) {
        return fromHereOn().then(query).as(transaction::transactional);
    }
}
