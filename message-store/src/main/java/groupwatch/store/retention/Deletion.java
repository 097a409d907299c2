package groupwatch.store.retention;

import static groupwatch.kit.database.Columns.first;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Deletes messages with all that is known of them, and facts that wait in vain. First the keys are locked, in the order in
 * which all writers lock them; what is past is decided under the locks, by statements of their own that see what others
 * have committed meanwhile. Needs a transaction.
 */
@Repository
class Deletion {

    // scope and id are sorted as Java does
    private static final String LOCK = """
            SELECT 1 FROM unnest($1::text[], $2::text[]) AS n(scope, id) JOIN message_keys k USING (scope, id)
            ORDER BY k.scope COLLATE "C", k.id COLLATE "C" FOR UPDATE OF k
            """;
    private static final List<String> FACTS = List.of(
            "message_edits", "message_revokes", "reactions", "poll_votes", "receipts", "calls", "message_media");

    private static final String MESSAGES = """
            WITH gone AS MATERIALIZED (
                SELECT k.scope, k.id, k.chat, k.sent_at
                FROM unnest($1::text[], $2::text[], $3::text[]::timestamptz[]) AS n(scope, id, since)
                JOIN message_keys k USING (scope, id) WHERE k.sent_at < n.since),
            %s,
            sightings AS (DELETE FROM message_sightings f USING gone WHERE f.scope = gone.scope AND f.id = gone.id),
            raw_events_of AS (DELETE FROM raw_events e USING gone WHERE e.scope = gone.scope AND e.message_id = gone.id),
            recount AS (INSERT INTO activity_dirty (scope, chat, quarter)
                SELECT DISTINCT scope, chat, date_bin('15 minutes', sent_at, '2000-01-01Z') FROM gone),
            rows AS (DELETE FROM messages m USING gone
                WHERE m.scope = gone.scope AND m.id = gone.id AND m.sent_at = gone.sent_at),
            keys AS (DELETE FROM message_keys k USING gone WHERE k.scope = gone.scope AND k.id = gone.id RETURNING 1)
            SELECT count(*) FROM keys
            """.formatted(
                    each("%1$s_of AS (DELETE FROM %1$s f USING gone WHERE f.scope = gone.scope AND f.id = gone.id)"));

    private static final String WAITING = """
            WITH waiting AS MATERIALIZED (
                SELECT k.scope, k.id, n.since
                FROM unnest($1::text[], $2::text[], $3::text[]::timestamptz[]) AS n(scope, id, since)
                JOIN message_keys k USING (scope, id) WHERE k.sent_at IS NULL),
            """;
    private static final String PAST_FACTS = WAITING
            + """
            %s
            SELECT %s
            """.formatted(
                    each("%1$s_of AS (DELETE FROM %1$s f USING waiting w WHERE f.scope = w.scope AND f.id = w.id "
                            + "AND f.at < w.since RETURNING 1)"),
                    String.join(
                            " + ",
                            FACTS.stream()
                                    .map("(SELECT count(*) FROM %s_of)"::formatted)
                                    .toList()));
    private static final String IDLE_KEYS = WAITING + """
            idle AS MATERIALIZED (
                SELECT scope, id FROM waiting w
                WHERE NOT EXISTS (SELECT FROM message_facts f WHERE f.scope = w.scope AND f.id = w.id)),
            raw_events_of AS (DELETE FROM raw_events e USING idle WHERE e.scope = idle.scope AND e.message_id = idle.id)
            DELETE FROM message_keys k USING idle WHERE k.scope = idle.scope AND k.id = idle.id
            """;

    private final DatabaseClient database;

    Deletion(DatabaseClient database) {
        this.database = database;
    }

    private static String each(String template) {
        return String.join(",\n", FACTS.stream().map(template::formatted).toList());
    }

    /** Of these messages, those still past their limit, with all that is known of them. Tells how many. */
    Mono<Long> messages(List<Doomed> doomed) {
        return lock(doomed).then(Mono.defer(() -> count(MESSAGES, doomed)));
    }

    /** The facts past their limit of what still waits; a key that is left with none goes too. Tells how many facts. */
    Mono<Long> waiting(List<Doomed> doomed) {
        return lock(doomed)
                .then(Mono.defer(() -> count(PAST_FACTS, doomed)))
                .delayUntil(facts -> bound(IDLE_KEYS, doomed).then());
    }

    private Mono<Void> lock(List<Doomed> doomed) {
        return database.sql(LOCK)
                .bind(0, Doomed.scopes(doomed))
                .bind(1, Doomed.ids(doomed))
                .fetch()
                .all()
                .then();
    }

    private Mono<Long> count(String sql, List<Doomed> doomed) {
        return bound(sql, doomed).map(row -> first(row, Long.class)).one();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, List<Doomed> doomed) {
        return database.sql(sql)
                .bind(0, Doomed.scopes(doomed))
                .bind(1, Doomed.ids(doomed))
                .bind(2, Doomed.sinces(doomed));
    }
}
