package groupwatch.store.group;

import static groupwatch.kit.database.Columns.text;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import groupwatch.events.group.Group;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.FactWriter;
import groupwatch.store.receive.Received;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes what a batch says of groups, and announces each group that a record of the batch changed, with its whole state as
 * of this transaction. Senders of messages become participants silently: announcing each would repeat the whole state for
 * every voice of a group that is new to us.
 */
@Component
@Order(GroupWriter.ORDER)
class GroupWriter implements FactWriter {

    /** After the messages: their key rows are locked first by everybody. */
    static final int ORDER = 100;

    private static final String CHANGES = """
            SELECT group_jid, 'jid' AS field, source FROM store.groups WHERE group_jid = ANY($1) AND source = ANY($3)
            UNION ALL
            SELECT group_jid, attribute, source FROM store.group_attributes
            WHERE group_jid = ANY($2) AND source = ANY($3)
            UNION ALL
            SELECT DISTINCT group_jid, 'participants', source FROM store.group_participants
            WHERE group_jid = ANY($2) AND source = ANY($3)
            """;

    private static final String REVISION = "UPDATE store.groups SET revision = revision + 1 WHERE group_jid = ANY($1)";

    private final GroupWrites writes;
    private final GroupLoader loader;
    private final DatabaseClient database;

    GroupWriter(GroupWrites writes, GroupLoader loader, DatabaseClient database) {
        this.writes = writes;
        this.loader = loader;
        this.database = database;
    }

    /** A record's share in what is shown of a group. */
    private record Change(String group, String field, String source) {}

    @Override
    public Mono<Void> write(Batch batch) {
        GroupChanges changes = new GroupChanges();
        batch.received().forEach(received -> new GroupCollector(batch, received, changes).collect());
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        return writes.write(changes).then(changed(changes)).flatMap(changed -> announce(batch, changes, changed));
    }

    /** Records read again find their own traces here, so they are announced again; duplicates of others do not. */
    private Mono<List<Change>> changed(GroupChanges changes) {
        return database.sql(CHANGES)
                .bind(0, changes.groups.keySet().toArray(String[]::new))
                .bind(1, changes.described.toArray(String[]::new))
                .bind(2, changes.sources.keySet().toArray(String[]::new))
                .map(row -> new Change(text(row, "group_jid"), field(text(row, "field")), text(row, "source")))
                .all()
                .collectList();
    }

    private static String field(String attribute) {
        return attribute.equals(Attribute.CHAT_NAME) ? Attribute.NAME : attribute;
    }

    private Mono<Void> announce(Batch batch, GroupChanges changes, List<Change> changed) {
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        markStored(batch, changed);
        Set<String> groups = changed.stream().map(Change::group).collect(toSet());
        return database.sql(REVISION)
                .bind(0, groups.stream().sorted().toArray(String[]::new))
                .then()
                .thenMany(Flux.defer(() -> loader.load(groups)))
                .doOnNext(group -> announce(batch, group, changed, changes.sources))
                .then();
    }

    private static void announce(Batch batch, Group group, Collection<Change> changed, Map<String, Instant> sources) {
        Map<String, Set<String>> fieldsBySource = changed.stream()
                .filter(change -> change.group().equals(group.jid()))
                .collect(groupingBy(Change::source, mapping(Change::field, toSet())));
        batch.received().stream()
                .map(received -> received.record().position())
                .filter(fieldsBySource::containsKey)
                .forEach(source -> batch.announce(GroupAnnouncements.of(
                        group,
                        Objects.requireNonNull(fieldsBySource.get(source)),
                        source,
                        Objects.requireNonNull(sources.get(source)))));
    }

    private static void markStored(Batch batch, Collection<Change> changed) {
        Set<String> sources = changed.stream().map(Change::source).collect(toSet());
        for (Received received : batch.received()) {
            IncomingRecord record = received.record();
            if (sources.contains(record.position())) {
                batch.stored(record);
            }
        }
    }
}
