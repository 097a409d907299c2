package groupwatch.store.query;

import static groupwatch.store.database.Columns.text;
import static groupwatch.store.database.Columns.value;

import groupwatch.kit.security.Caller;
import groupwatch.store.CaptureProperties;
import groupwatch.store.api.Page;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The list of groups, in the order of their JIDs: that one does not change while it is paged through. */
@Repository
class GroupList {

    // whether somebody is in the group is decided as in GroupFold: they left, or a later whole list lacks them,
    // and since then they neither joined nor spoke
    private static final String GROUPS = """
            SELECT g.group_jid, g.last_activity, coalesce(s.monitored, $4) AS monitored,
                (SELECT a.value FROM store.group_attributes a
                 WHERE a.group_jid = g.group_jid AND a.attribute IN ('name', 'chatName') AND a.value <> ''
                 ORDER BY a.attribute DESC LIMIT 1) AS name,
                ARRAY(SELECT instance FROM store.group_instances i WHERE i.group_jid = g.group_jid ORDER BY 1) AS instances,
                (SELECT count(*) FROM (
                    SELECT max(p.left_at) AS left_at, max(p.listed_at) AS listed_at,
                        max(greatest(p.joined_at, p.listed_at, p.spoke_at)) AS there_at
                    FROM store.group_participants p
                    LEFT JOIN LATERAL (SELECT max(phone) AS phone FROM store.identity_links l WHERE l.lid = p.identity) l
                        ON true
                    WHERE p.group_jid = g.group_jid
                    GROUP BY coalesce(l.phone, p.identity)) person
                 WHERE coalesce(there_at, '-infinity') >
                    greatest(left_at, CASE WHEN coalesce(listed_at < list.at, true) THEN list.at END)
                    OR greatest(left_at, CASE WHEN coalesce(listed_at < list.at, true) THEN list.at END) IS NULL
                ) AS participants,
                (SELECT count(*) FROM store.messages m WHERE m.chat = g.group_jid AND m.sent_at >= $5 AND m.sent_at < $6)
                    AS today
            FROM store.groups g
            LEFT JOIN store.group_settings s USING (group_jid)
            LEFT JOIN store.group_attributes list ON list.group_jid = g.group_jid AND list.attribute = 'participants'
            WHERE g.group_jid > $1 AND ($2::text[] IS NULL OR g.group_jid = ANY($2))
            ORDER BY g.group_jid LIMIT $3
            """;

    private static final String KNOWN = "SELECT group_jid FROM store.groups WHERE group_jid = $1";

    private final DatabaseClient database;
    private final Clock clock;
    private final boolean monitoredByDefault;

    GroupList(DatabaseClient database, Clock clock, CaptureProperties capture) {
        this.database = database;
        this.clock = clock;
        this.monitoredByDefault = capture.groupsMonitoredByDefault();
    }

    /** @param after the JID after which the page begins */
    Mono<Page<GroupSummary>> page(@Nullable String after, int limit, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        return visible(database.sql(GROUPS), caller)
                .bind(0, after == null ? "" : after)
                .bind(2, limit + 1)
                .bind(3, monitoredByDefault)
                .bind(4, today.atStartOfDay().toInstant(ZoneOffset.UTC))
                .bind(5, today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(GroupList::summary)
                .all()
                .collectList()
                .map(groups -> page(groups, limit));
    }

    Mono<Boolean> knows(String jid) {
        return database.sql(KNOWN)
                .bind(0, jid)
                .map(row -> text(row, "group_jid"))
                .one()
                .hasElement();
    }

    private static GenericExecuteSpec visible(GenericExecuteSpec statement, Caller caller) {
        Set<String> groups = caller.groups();
        return groups == null
                ? statement.bindNull(1, String[].class)
                : statement.bind(1, groups.toArray(String[]::new));
    }

    private static Page<GroupSummary> page(List<GroupSummary> groups, int limit) {
        if (groups.size() <= limit) {
            return new Page<>(groups, null);
        }
        List<GroupSummary> items = List.copyOf(groups.subList(0, limit));
        return new Page<>(items, items.getLast().jid());
    }

    private static GroupSummary summary(Readable row) {
        return new GroupSummary(
                text(row, "group_jid"),
                row.get("name", String.class),
                value(row, "participants", Integer.class),
                row.get("last_activity", Instant.class),
                value(row, "today", Long.class),
                value(row, "monitored", Boolean.class),
                List.of(value(row, "instances", String[].class)));
    }
}
