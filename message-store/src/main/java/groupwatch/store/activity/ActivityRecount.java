package groupwatch.store.activity;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.database.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Counts dirty quarters anew. A transaction takes the marks of some quarters away and counts these quarters in a later
 * statement, which sees at least what the taken marks stood for; who commits in between leaves a mark of their own. One
 * transaction at a time does so, over all replicas. Why that is right: RATIONALE.md.
 */
@Component
public class ActivityRecount {

    private static final int QUARTERS_AT_ONCE = 1_000;

    private static final String ALONE =
            "SELECT pg_try_advisory_xact_lock(hashtext('groupwatch.store.activity')::bigint)";

    // all marks of a quarter, also the younger ones: its count will include what they stand for.
    // In the order of the index, which soon knows its dead entries; the table would be searched from its beginning
    private static final String TAKE = """
            DELETE FROM store.activity_dirty d
            USING (SELECT DISTINCT scope, chat, quarter FROM store.activity_dirty
                   WHERE marked_at <= now() - make_interval(secs => $1)
                   ORDER BY scope, chat, quarter LIMIT %d) q
            WHERE d.scope = q.scope AND d.chat = q.chat AND d.quarter = q.quarter
            RETURNING d.scope, d.chat, d.quarter
            """.formatted(QUARTERS_AT_ONCE);

    private static final String COUNT = """
            WITH q AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]::timestamptz[]) AS q(scope, chat, quarter)),
            old AS (
                DELETE FROM store.activity a USING q
                WHERE a.scope = q.scope AND a.chat = q.chat AND a.quarter = q.quarter)
            INSERT INTO store.activity (scope, chat, quarter,
                sender_phone, sender_lid, from_me, accounts, type, messages, edited, revoked)
            SELECT q.scope, q.chat, q.quarter,
                n.sender_phone, n.sender_lid, n.from_me, n.accounts, n.type, n.messages, n.edited, n.revoked
            FROM q, LATERAL store.activity_of(q.scope, q.chat, q.quarter) n
            """;

    private final DatabaseClient database;
    private final FreshPlans freshPlans;
    private final TransactionalOperator transaction;

    ActivityRecount(DatabaseClient database, FreshPlans freshPlans, TransactionalOperator transaction) {
        this.database = database;
        this.freshPlans = freshPlans;
        this.transaction = transaction;
    }

    /**
     * Counts some of the quarters that were marked at least that long ago, and tells how many: 0 when there is none, or when
     * another replica is at it. Errors are those of the database; then nothing has changed.
     *
     * @param settled a quarter where messages keep coming is counted again this often at most
     */
    public Mono<Integer> recount(Duration settled) {
        return freshPlans
                .fromHereOn()
                .then(alone())
                .filter(alone -> alone)
                .flatMap(alone -> take(settled))
                .flatMap(quarters -> count(quarters).thenReturn(quarters.size()))
                .defaultIfEmpty(0)
                .as(transaction::transactional);
    }

    private Mono<Boolean> alone() {
        return database.sql(ALONE).map(row -> Columns.first(row, Boolean.class)).one();
    }

    private Mono<Set<Quarter>> take(Duration settled) {
        return database.sql(TAKE)
                .bind(0, settled.toMillis() / 1000.0)
                .map(row -> new Quarter(text(row, "scope"), text(row, "chat"), value(row, "quarter", Instant.class)))
                .all()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Mono<Void> count(Set<Quarter> quarters) {
        return quarters.isEmpty()
                ? Mono.empty()
                : QuarterArrays.bind(database.sql(COUNT), List.copyOf(quarters))
                        .fetch()
                        .rowsUpdated()
                        .then();
    }
}
