package groupwatch.store.retention;

import static groupwatch.kit.database.Columns.first;
import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds facts past their chat's limit that wait for a message which never came. */
@Repository
class PastFacts {

    private static final int STEP = 1_000;

    private static final String WAITING = """
            SELECT k.scope, k.id, coalesce(since, $3::timestamptz) AS since FROM store.message_keys k
            LEFT JOIN unnest($1::text[], $2::text[]::timestamptz[]) AS groups(scope, since) USING (scope)
            WHERE k.sent_at IS NULL
            """;
    private static final String PAST = """
            SELECT count(*) FROM store.message_facts f WHERE f.scope = k.scope AND f.id = k.id AND f.at < k.since
            """;
    private static final String COUNT = "SELECT coalesce(sum((" + PAST + ")), 0)::bigint FROM (" + WAITING + ") k";
    private static final String WALK = "SELECT k.scope, k.id, (" + PAST + ") AS past FROM (" + WAITING
            + "AND (k.scope, k.id) > ($4, $5) ORDER BY k.scope, k.id LIMIT " + STEP + ") k ORDER BY k.scope, k.id";

    private final DatabaseClient database;

    PastFacts(DatabaseClient database) {
        this.database = database;
    }

    private record Waiting(String scope, String id, long past) {}

    /** The keys that have some, fetched as they are asked for. */
    Flux<Doomed> find(KeptSince keptSince) {
        return walk(keptSince, "", "");
    }

    Mono<Long> count(KeptSince keptSince) {
        return bound(COUNT, keptSince).map(row -> first(row, Long.class)).one();
    }

    private Flux<Doomed> walk(KeptSince keptSince, String scope, String id) {
        return step(keptSince, scope, id).flatMapMany(waiting -> {
            Flux<Doomed> step = Flux.fromIterable(waiting)
                    .filter(key -> key.past() > 0)
                    .map(key -> new Doomed(key.scope(), key.id(), keptSince.of(key.scope())));
            return waiting.size() < STEP
                    ? step
                    : step.concatWith(Flux.defer(() -> walk(
                            keptSince,
                            waiting.getLast().scope(),
                            waiting.getLast().id())));
        });
    }

    private Mono<List<Waiting>> step(KeptSince keptSince, String scope, String id) {
        return bound(WALK, keptSince)
                .bind(3, scope)
                .bind(4, id)
                .map(row -> new Waiting(text(row, "scope"), text(row, "id"), value(row, "past", Long.class)))
                .all()
                .collectList();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, KeptSince keptSince) {
        return database.sql(sql)
                .bind(0, LimitColumns.chats(keptSince))
                .bind(1, LimitColumns.limits(keptSince))
                .bind(2, LimitColumns.text(keptSince.suite()));
    }
}
