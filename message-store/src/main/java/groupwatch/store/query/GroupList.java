package groupwatch.store.query;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.security.Caller;
import groupwatch.store.CaptureProperties;
import groupwatch.store.activity.DailyActivity;
import groupwatch.store.api.Page;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            SELECT g.group_jid, g.last_activity, coalesce(s.monitored, $4) AS monitored, %s AS name,
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
                ) AS participants
            FROM store.groups g
            LEFT JOIN store.group_settings s USING (group_jid)
            LEFT JOIN store.group_attributes list ON list.group_jid = g.group_jid AND list.attribute = 'participants'
            WHERE g.group_jid > $1 AND ($2::text[] IS NULL OR g.group_jid = ANY($2))
            ORDER BY g.group_jid LIMIT $3
            """.formatted(GroupNames.NAME);

    private static final List<Long> NOTHING = Collections.nCopies(GroupSummary.DAYS, 0L);

    /** A group before its messages are counted. */
    private record Listed(
            String jid,
            @Nullable String name,
            int participants,
            @Nullable Instant lastActivity,
            boolean monitored,
            List<String> instances) {

        GroupSummary with(List<Long> days) {
            return GroupSummary.of(jid, name, participants, lastActivity, days, monitored, instances);
        }
    }

    private final DatabaseClient database;
    private final GroupNames names;
    private final DailyActivity activity;
    private final Clock clock;
    private final boolean monitoredByDefault;

    GroupList(
            DatabaseClient database, GroupNames names, DailyActivity activity, Clock clock, CaptureProperties capture) {
        this.database = database;
        this.names = names;
        this.activity = activity;
        this.clock = clock;
        this.monitoredByDefault = capture.groupsMonitoredByDefault();
    }

    Mono<Page<GroupSummary>> page(GroupFilter filter, Caller caller) {
        return wanted(filter, caller)
                .flatMap(wanted -> page(filter, wanted.orElse(null)))
                .map(groups -> page(groups, filter.limit()));
    }

    /** The groups that may be shown; absent: all. */
    private Mono<Optional<Set<String>>> wanted(GroupFilter filter, Caller caller) {
        return filter.name() == null
                ? Mono.just(Optional.ofNullable(caller.groups()))
                : names.having(filter.name())
                        .map(named -> Optional.of(
                                named.stream().filter(caller::mayRead).collect(Collectors.toSet())));
    }

    private Mono<List<GroupSummary>> page(GroupFilter filter, @Nullable Set<String> wanted) {
        return among(wanted, database.sql(GROUPS))
                .bind(0, filter.after() == null ? "" : filter.after())
                .bind(2, filter.limit() + 1)
                .bind(3, monitoredByDefault)
                .map(GroupList::group)
                .all()
                .collectList()
                .flatMap(groups -> counted(groups, filter.zone()));
    }

    private Mono<List<GroupSummary>> counted(List<Listed> groups, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Instant> midnights = IntStream.rangeClosed(1 - GroupSummary.DAYS, 1)
                .mapToObj(day -> today.plusDays(day).atStartOfDay(zone).toInstant())
                .toList();
        return activity.counts(groups.stream().map(Listed::jid).toList(), midnights)
                .map(counts -> groups.stream()
                        .map(group -> group.with(counts.getOrDefault(group.jid(), NOTHING)))
                        .toList());
    }

    private static GenericExecuteSpec among(@Nullable Set<String> groups, GenericExecuteSpec statement) {
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

    private static Listed group(Readable row) {
        return new Listed(
                text(row, "group_jid"),
                row.get("name", String.class),
                value(row, "participants", Integer.class),
                row.get("last_activity", Instant.class),
                value(row, "monitored", Boolean.class),
                List.of(value(row, "instances", String[].class)));
    }
}
