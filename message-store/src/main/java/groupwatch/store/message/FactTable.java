package groupwatch.store.message;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table of one kind of facts. Rows are added, never changed, but for a time that is the earliest seen. One statement
 * writes all facts of a batch; the locks on the messages' keys are held by then, so nobody else writes the same ones.
 */
final class FactTable<F> {

    private final DatabaseClient database;
    private final Columns<Told<F>> columns;
    private final String sql;
    private final String silent;

    /**
     * @param key columns that make a fact one of its kind
     * @param onConflict what a fact that is there already does to its row
     */
    FactTable(DatabaseClient database, String table, Columns<Told<F>> columns, String key, String onConflict) {
        this.database = database;
        this.columns = columns.source(Told::source);
        this.sql = """
                WITH told AS (SELECT * FROM %2$s WITH ORDINALITY AS told(%3$s, n)),
                known AS (
                    SELECT n, (t.source_topic, t.source_partition, t.source_offset)
                            = (told.source_topic, told.source_partition, told.source_offset) AS again
                    FROM told JOIN %1$s t USING (%4$s)),
                written AS (
                    INSERT INTO %1$s AS t (%3$s) SELECT %3$s FROM told ORDER BY n
                    ON CONFLICT (%4$s) %5$s)
                SELECT n FROM told LEFT JOIN known USING (n) WHERE again IS NOT FALSE ORDER BY n
                """.formatted(table, this.columns.unnest(), this.columns.names(), key, onConflict);
        this.silent = "INSERT INTO %1$s AS t (%3$s) SELECT * FROM %2$s ON CONFLICT (%4$s) %5$s"
                .formatted(table, this.columns.unnest(), this.columns.names(), key, onConflict);
    }

    /** Writes the facts and returns those to announce: the new ones, and those that the same record told before. */
    Flux<Told<F>> write(Facts<F> facts) {
        if (facts.isEmpty()) {
            return Flux.empty();
        }
        List<Told<F>> told = facts.told();
        return columns.bind(database.sql(sql), told)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .map(n -> told.get(n.intValue() - 1));
    }

    /** Writes facts that are not announced. */
    Mono<Void> writeSilently(Facts<F> facts) {
        return facts.isEmpty()
                ? Mono.empty()
                : columns.bind(database.sql(silent), facts.told())
                        .fetch()
                        .rowsUpdated()
                        .then();
    }
}
