package groupwatch.store.group;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.store.CaptureProperties;
import groupwatch.store.receive.SwitchedOffGroups;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which groups are monitored. Read for every batch, so that switching a group off holds in all replicas from their next
 * batch on.
 */
@Repository
public class MonitoredGroups implements SwitchedOffGroups {

    private static final String SWITCHED_OFF = """
            SELECT asked.jid FROM unnest($1::text[]) AS asked (jid)
            LEFT JOIN store.group_settings s ON s.group_jid = asked.jid
            WHERE NOT coalesce(s.monitored, $2)
            """;

    private static final String TOUCH =
            "UPDATE store.groups SET revision = revision + 1 WHERE group_jid = $1 RETURNING group_jid";

    // what was so by default is no news
    private static final String SWITCH = """
            INSERT INTO store.group_settings AS s (group_jid, monitored, changed_at, revision, announced)
            VALUES ($1, $2, $3, 1, CASE WHEN $2 = $4 THEN 1 ELSE 0 END)
            ON CONFLICT (group_jid) DO UPDATE
            SET monitored = excluded.monitored, changed_at = excluded.changed_at, revision = s.revision + 1
            WHERE s.monitored <> excluded.monitored
            """;

    private static final String UNANNOUNCED = """
            SELECT group_jid, changed_at, revision FROM store.group_settings WHERE announced < revision
            ORDER BY group_jid LIMIT 500
            """;

    private static final String ANNOUNCED =
            "UPDATE store.group_settings SET announced = $2 WHERE group_jid = $1 AND announced < $2";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final boolean byDefault;

    MonitoredGroups(
            DatabaseClient database, TransactionalOperator transaction, Clock clock, CaptureProperties capture) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.byDefault = capture.groupsMonitoredByDefault();
    }

    /** A switch that is committed but not yet announced. */
    record Switched(String group, Instant at, long revision) {}

    @Override
    public Mono<Set<String>> among(Set<String> groups) {
        if (groups.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(SWITCHED_OFF)
                .bind(0, groups.toArray(String[]::new))
                .bind(1, byDefault)
                .map(row -> text(row, "jid"))
                .all()
                .collect(Collectors.toSet());
    }

    /** Switches a group on or off; false when there is no such group. */
    Mono<Boolean> change(String group, boolean monitored) {
        return database.sql(TOUCH)
                .bind(0, group)
                .map(row -> text(row, "group_jid"))
                .one()
                .flatMap(known -> set(known, monitored).thenReturn(true))
                .as(transaction::transactional)
                .defaultIfEmpty(false);
    }

    private Mono<Void> set(String group, boolean monitored) {
        return database.sql(SWITCH)
                .bind(0, group)
                .bind(1, monitored)
                .bind(2, clock.instant())
                .bind(3, byDefault)
                .then();
    }

    Flux<Switched> unannounced() {
        return database.sql(UNANNOUNCED)
                .map(row -> new Switched(
                        text(row, "group_jid"),
                        value(row, "changed_at", Instant.class),
                        value(row, "revision", Long.class)))
                .all();
    }

    Mono<Void> announced(Switched switched) {
        return database.sql(ANNOUNCED)
                .bind(0, switched.group())
                .bind(1, switched.revision())
                .then();
    }
}
