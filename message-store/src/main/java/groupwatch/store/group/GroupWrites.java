package groupwatch.store.group;

import groupwatch.store.group.GroupChanges.From;
import groupwatch.store.group.GroupChanges.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Writes a batch's groups: one statement a table, rows in the order of their keys, so that batches never lock each other
 * crosswise. The row in {@code groups} comes first; its lock orders what happens to a group until the commit.
 */
@Repository
class GroupWrites {

    private static final String GROUPS = """
            INSERT INTO store.groups AS g (group_jid, last_activity, source)
            SELECT * FROM unnest($1::text[], $2::text[]::timestamptz[], $3::text[])
            ON CONFLICT (group_jid) DO UPDATE SET last_activity = excluded.last_activity
            WHERE g.last_activity IS NULL OR excluded.last_activity > g.last_activity
            """;

    private static final String INSTANCES = """
            INSERT INTO store.group_instances (group_jid, instance)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """;

    private static final String ATTRIBUTES = """
            INSERT INTO store.group_attributes AS a (group_jid, attribute, value, at, source)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]::timestamptz[], $5::text[])
            ON CONFLICT (group_jid, attribute) DO UPDATE SET value = excluded.value, at = excluded.at,
                source = CASE WHEN excluded.value = a.value THEN a.source ELSE excluded.source END
            WHERE (excluded.at, excluded.value) > (a.at, a.value)
            """;

    // the source changes with what a reader of states sees: who is in the group, since when, as what
    private static final String MEMBERS = """
            INSERT INTO store.group_participants AS p (group_jid, identity, first_seen, last_seen, spoke_at, listed_at,
                joined_at, left_at, role, role_at, source)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[]::timestamptz[], $4::text[]::timestamptz[], $5::text[]::timestamptz[],
                $6::text[]::timestamptz[], $7::text[]::timestamptz[], $8::text[]::timestamptz[], $9::text[], $10::text[]::timestamptz[], $11::text[])
            ON CONFLICT (group_jid, identity) DO UPDATE SET
                first_seen = least(p.first_seen, excluded.first_seen),
                last_seen = greatest(p.last_seen, excluded.last_seen),
                spoke_at = greatest(p.spoke_at, excluded.spoke_at),
                listed_at = greatest(p.listed_at, excluded.listed_at),
                joined_at = greatest(p.joined_at, excluded.joined_at),
                left_at = greatest(p.left_at, excluded.left_at),
                role = CASE WHEN (excluded.role_at, excluded.role) > (coalesce(p.role_at, '-infinity'), coalesce(p.role, ''))
                       THEN excluded.role ELSE p.role END,
                role_at = greatest(p.role_at, excluded.role_at),
                source = CASE WHEN excluded.joined_at > coalesce(p.joined_at, '-infinity')
                           OR excluded.left_at > coalesce(p.left_at, '-infinity')
                           OR (excluded.role_at, excluded.role) > (coalesce(p.role_at, '-infinity'), coalesce(p.role, ''))
                              AND excluded.role <> coalesce(p.role, 'member')
                           OR p.left_at >= greatest(p.joined_at, p.listed_at, p.spoke_at)
                              AND excluded.listed_at > p.left_at
                         THEN excluded.source ELSE p.source END
            WHERE excluded.first_seen < p.first_seen OR excluded.last_seen > p.last_seen
               OR excluded.spoke_at > coalesce(p.spoke_at, '-infinity')
               OR excluded.listed_at > coalesce(p.listed_at, '-infinity')
               OR excluded.joined_at > coalesce(p.joined_at, '-infinity')
               OR excluded.left_at > coalesce(p.left_at, '-infinity')
               OR (excluded.role_at, excluded.role) > (coalesce(p.role_at, '-infinity'), coalesce(p.role, ''))
            """;

    private final DatabaseClient database;

    GroupWrites(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> write(GroupChanges changes) {
        return groups(changes.groups)
                .then(instances(changes.instances))
                .then(attributes(changes.attributes))
                .then(members(changes.members));
    }

    private Mono<Void> groups(Map<String, From<@Nullable Instant>> groups) {
        Collection<Entry<String, From<@Nullable Instant>>> rows = groups.entrySet();
        return run(
                rows,
                sql(GROUPS)
                        .bind(0, column(rows, Entry::getKey, String[]::new))
                        .bind(1, column(rows, row -> text(row.getValue().fact()), String[]::new))
                        .bind(2, column(rows, row -> row.getValue().source(), String[]::new)));
    }

    private Mono<Void> instances(Collection<Key> keys) {
        List<Key> rows = keys.stream().sorted().toList();
        return run(
                rows,
                sql(INSTANCES)
                        .bind(0, column(rows, Key::group, String[]::new))
                        .bind(1, column(rows, Key::part, String[]::new)));
    }

    private Mono<Void> attributes(Map<Key, From<Attribute>> attributes) {
        Collection<Entry<Key, From<Attribute>>> rows = attributes.entrySet();
        return run(
                rows,
                sql(ATTRIBUTES)
                        .bind(0, column(rows, row -> row.getKey().group(), String[]::new))
                        .bind(1, column(rows, row -> row.getKey().part(), String[]::new))
                        .bind(2, column(rows, row -> row.getValue().fact().value(), String[]::new))
                        .bind(3, column(rows, row -> text(row.getValue().fact().at()), String[]::new))
                        .bind(4, column(rows, row -> row.getValue().source(), String[]::new)));
    }

    private Mono<Void> members(Map<Key, From<Membership>> members) {
        Collection<Entry<Key, From<Membership>>> rows = members.entrySet();
        return run(
                rows,
                sql(MEMBERS)
                        .bind(0, column(rows, row -> row.getKey().group(), String[]::new))
                        .bind(1, column(rows, row -> row.getKey().part(), String[]::new))
                        .bind(2, time(rows, Membership::firstSeen))
                        .bind(3, time(rows, Membership::lastSeen))
                        .bind(4, time(rows, Membership::spokeAt))
                        .bind(5, time(rows, Membership::listedAt))
                        .bind(6, time(rows, Membership::joinedAt))
                        .bind(7, time(rows, Membership::leftAt))
                        .bind(8, member(rows, Membership::role))
                        .bind(9, time(rows, Membership::roleAt))
                        .bind(10, column(rows, row -> row.getValue().source(), String[]::new)));
    }

    private GenericExecuteSpec sql(String sql) {
        return database.sql(sql);
    }

    private static Mono<Void> run(Collection<?> rows, GenericExecuteSpec statement) {
        return rows.isEmpty() ? Mono.empty() : statement.then();
    }

    private static <R, V> V[] column(Collection<R> rows, Function<R, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static String[] time(
            Collection<Entry<Key, From<Membership>>> rows, Function<Membership, @Nullable Instant> time) {
        return member(rows, membership -> text(time.apply(membership)));
    }

    private static String[] member(
            Collection<Entry<Key, From<Membership>>> rows, Function<Membership, @Nullable String> value) {
        return column(rows, row -> value.apply(row.getValue().fact()), String[]::new);
    }

    /** Times travel as text: the driver has no array of them that keeps every year. */
    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
