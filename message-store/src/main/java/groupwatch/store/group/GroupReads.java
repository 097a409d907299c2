package groupwatch.store.group;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads groups' rows, each table once, however many groups are asked for. */
@Repository
class GroupReads {

    private static final String GROUPS = """
            SELECT g.group_jid, g.revision, g.last_activity, coalesce(s.monitored, $2) AS monitored,
                ARRAY(SELECT instance FROM store.group_instances i WHERE i.group_jid = g.group_jid ORDER BY 1) AS instances
            FROM store.groups g LEFT JOIN store.group_settings s USING (group_jid)
            WHERE g.group_jid = ANY($1) ORDER BY 1
            """;

    private static final String ATTRIBUTES =
            "SELECT group_jid, attribute, value, at FROM store.group_attributes WHERE group_jid = ANY($1)";

    private static final String MEMBERS = """
            SELECT group_jid, identity, first_seen, last_seen, spoke_at, listed_at, joined_at, left_at, role, role_at
            FROM store.group_participants WHERE group_jid = ANY($1)
            """;

    private final DatabaseClient database;

    GroupReads(DatabaseClient database) {
        this.database = database;
    }

    /** The rows of those groups that are known, in the order of their JIDs. */
    Flux<GroupRows> read(Collection<String> jids, boolean monitoredByDefault) {
        String[] wanted = jids.toArray(String[]::new);
        return attributes(wanted)
                .zipWhen(attributes -> members(wanted))
                .flatMapMany(parts -> groups(wanted, monitoredByDefault, parts.getT1(), parts.getT2()));
    }

    private Flux<GroupRows> groups(
            String[] jids,
            boolean monitoredByDefault,
            Map<String, Collection<Attribute>> attributes,
            Map<String, Collection<Membership>> members) {
        return database.sql(GROUPS)
                .bind(0, jids)
                .bind(1, monitoredByDefault)
                .map(row -> group(row, attributes, members))
                .all();
    }

    private Mono<Map<String, Collection<Attribute>>> attributes(String[] jids) {
        return database.sql(ATTRIBUTES)
                .bind(0, jids)
                .map(row -> Map.entry(text(row, "group_jid"), attribute(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<String, Collection<Membership>>> members(String[] jids) {
        return database.sql(MEMBERS)
                .bind(0, jids)
                .map(row -> Map.entry(text(row, "group_jid"), membership(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static GroupRows group(
            Readable row, Map<String, Collection<Attribute>> attributes, Map<String, Collection<Membership>> members) {
        String jid = text(row, "group_jid");
        return new GroupRows(
                jid,
                value(row, "revision", Long.class),
                row.get("last_activity", Instant.class),
                value(row, "monitored", Boolean.class),
                List.of(value(row, "instances", String[].class)),
                List.copyOf(attributes.getOrDefault(jid, List.of())),
                List.copyOf(members.getOrDefault(jid, List.of())));
    }

    private static Attribute attribute(Readable row) {
        return new Attribute(text(row, "attribute"), text(row, "value"), value(row, "at", Instant.class));
    }

    static Membership membership(Readable row) {
        return new Membership(
                text(row, "identity"),
                row.get("first_seen", Instant.class),
                row.get("last_seen", Instant.class),
                row.get("spoke_at", Instant.class),
                row.get("listed_at", Instant.class),
                row.get("joined_at", Instant.class),
                row.get("left_at", Instant.class),
                row.get("role", String.class),
                row.get("role_at", Instant.class));
    }
}
