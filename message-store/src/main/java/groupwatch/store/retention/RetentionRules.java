package groupwatch.store.retention;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.store.MessageStoreProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The limits: the suite's is a setting, a group's a row. Read for every batch, so that a change holds from the next one on. */
@Repository
public class RetentionRules {

    private static final String OF_GROUPS = """
            SELECT group_jid, retention_days FROM store.group_options
            WHERE retention_days IS NOT NULL AND ($1::text[] IS NULL OR group_jid = ANY($1))
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final @Nullable RetentionDays suite;

    RetentionRules(DatabaseClient database, Clock clock, MessageStoreProperties properties) {
        this.database = database;
        this.clock = clock;
        Integer days = properties.retention().days();
        this.suite = days == null ? null : new RetentionDays(days);
    }

    /** Absent: everything is kept that no group has a limit for. */
    @Nullable
    RetentionDays suite() {
        return suite;
    }

    /** For these groups and for all that is no group. */
    public Mono<KeptSince> keptSince(Set<String> groups) {
        return groups.isEmpty()
                ? Mono.fromSupplier(() -> keptSince(Map.of()))
                : ofGroups(groups).map(this::keptSince);
    }

    /** Of all groups that have a limit of their own, in the order of their JIDs. */
    Mono<Map<String, RetentionDays>> ofGroups() {
        return ofGroups(null);
    }

    KeptSince keptSince(Map<String, RetentionDays> ofGroups) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Instant> groups = new TreeMap<>();
        ofGroups.forEach((group, days) -> groups.put(group, days.keptSince(today)));
        return new KeptSince(suite == null ? KeptSince.ALWAYS : suite.keptSince(today), groups);
    }

    private Mono<Map<String, RetentionDays>> ofGroups(@Nullable Set<String> groups) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(OF_GROUPS);
        return (groups == null
                        ? statement.bindNull(0, String[].class)
                        : statement.bind(0, groups.toArray(String[]::new)))
                .map(row -> Map.entry(
                        text(row, "group_jid"), new RetentionDays(value(row, "retention_days", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }
}
