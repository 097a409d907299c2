package groupwatch.store.search.index;

import groupwatch.kit.database.Migration;
import groupwatch.store.StoreMetrics;
import groupwatch.store.search.index.IndexRows.Row;
import groupwatch.store.search.words.GroupLanguages;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Indexes what is not indexed, or in another language than its group's, newest first. Each batch is a transaction that
 * remembers how far it came, so it goes on after a restart where it was; of several replicas one does it at a time.
 */
@Component
public class IndexJob {

    private static final Logger log = LoggerFactory.getLogger(IndexJob.class);

    private final Migration migration;
    private final IndexRows rows;
    private final LanguageChanges changes;
    private final GroupLanguages languages;
    private final TransactionalOperator transaction;
    private final StoreMetrics metrics;

    IndexJob(
            Migration migration,
            IndexRows rows,
            LanguageChanges changes,
            GroupLanguages languages,
            TransactionalOperator transaction,
            StoreMetrics metrics) {
        this.migration = migration;
        this.rows = rows;
        this.changes = changes;
        this.languages = languages;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    @Scheduled(initialDelayString = "PT9S", fixedDelayString = "PT15S")
    Mono<Void> runOnSchedule() {
        return migration
                .done()
                .then(Mono.defer(this::run))
                .doOnError(error -> log.warn("Could not index messages for the search; next try soon", error))
                .onErrorComplete()
                .then();
    }

    /** Indexes until nothing is left and tells how many messages changed. Errors are those of the database. */
    public Mono<Long> run() {
        return languages
                .load()
                .then(Mono.defer(changes::notice))
                .then(Mono.defer(this::count))
                .then(Mono.defer(() -> repeated(newRows()).zipWhen(some -> repeated(nextGroup()), Long::sum)))
                .flatMap(indexed -> count().thenReturn(indexed));
    }

    private Mono<Void> count() {
        return rows.countWithoutWords().doOnNext(metrics::unindexed).then();
    }

    /** Batch after batch, each a transaction, until one finds nothing to do. */
    private Mono<Long> repeated(Mono<Long> batch) {
        Mono<Long> leased = rows.lease()
                .filter(granted -> granted)
                .flatMap(granted -> batch)
                .as(transaction::transactional);
        return leased.expand(indexed -> leased).reduce(0L, Long::sum);
    }

    private Mono<Long> newRows() {
        return Mono.defer(rows::withoutWords)
                .filter(found -> !found.isEmpty())
                .flatMap(rows::index)
                .filter(indexed -> indexed > 0)
                .doOnNext(indexed -> metrics.indexed("new", indexed));
    }

    private Mono<Long> nextGroup() {
        return Mono.defer(changes::next)
                .flatMap(change -> rows.ofGroup(change)
                        .flatMap(found -> indexed(found)
                                .flatMap(count -> changes.advance(change, found).thenReturn(count))));
    }

    private Mono<Long> indexed(List<Row> found) {
        return rows.index(found).doOnNext(indexed -> metrics.indexed("language", indexed));
    }
}
