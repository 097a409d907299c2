package groupwatch.store.group;

import static groupwatch.kit.database.Columns.text;

import groupwatch.kit.database.Binding;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** In which groups somebody is or was: by the rules by which a group tells its participants. */
@Repository
public class PersonGroups {

    private static final String GROUPS = """
            SELECT p.group_jid, p.identity, p.first_seen, p.last_seen, p.spoke_at, p.listed_at, p.joined_at, p.left_at,
                p.role, p.role_at, list.at AS group_listed_at,
                (SELECT a.value FROM store.group_attributes a
                 WHERE a.group_jid = p.group_jid AND a.attribute IN ('name', 'chatName') AND a.value <> ''
                 ORDER BY a.attribute DESC LIMIT 1) AS name
            FROM store.group_participants p
            LEFT JOIN store.group_attributes list
                ON list.group_jid = p.group_jid AND list.attribute = 'participants'
            WHERE p.identity = ANY($1) AND ($2::text[] IS NULL OR p.group_jid = ANY($2))
            """;

    private final DatabaseClient database;

    PersonGroups(DatabaseClient database) {
        this.database = database;
    }

    private record Row(
            String group, @Nullable String name, @Nullable Instant listedAt, Membership membership) {

        Row merge(Row other) {
            return new Row(group, name, listedAt, membership.merge(other.membership));
        }
    }

    /**
     * In the order of the groups' JIDs.
     *
     * @param identities all of the person
     * @param groups those that are of interest; absent: all
     */
    public Mono<List<PersonGroup>> of(Collection<String> identities, @Nullable Set<String> groups) {
        return Binding.texts(Binding.texts(database.sql(GROUPS), 0, identities), 1, groups)
                .map(PersonGroups::row)
                .all()
                .collectList()
                .map(PersonGroups::merged);
    }

    private static List<PersonGroup> merged(List<Row> rows) {
        Map<String, Row> byGroup = new TreeMap<>();
        rows.forEach(row -> byGroup.merge(row.group(), row, Row::merge));
        return byGroup.values().stream().map(PersonGroups::shown).toList();
    }

    private static PersonGroup shown(Row row) {
        Membership membership = row.membership();
        Instant goneAt = membership.goneAt(row.listedAt());
        return new PersonGroup(
                row.group(),
                row.name(),
                membership.roleUnless(goneAt),
                membership.firstSeen(),
                membership.lastSeen(),
                membership.joinedAt(),
                goneAt,
                membership.spokeAt());
    }

    private static Row row(Readable row) {
        return new Row(
                text(row, "group_jid"),
                row.get("name", String.class),
                row.get("group_listed_at", Instant.class),
                GroupReads.membership(row));
    }
}
