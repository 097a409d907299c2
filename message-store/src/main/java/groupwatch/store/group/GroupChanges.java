package groupwatch.store.group;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says of groups, one entry per row to write: two records about the same row are merged here by the rule
 * the database merges by, since one statement can touch a row only once.
 */
final class GroupChanges {

    /** A row and the record ({@code topic-partition@offset}) it came from. */
    record From<T extends @Nullable Object>(T fact, String source) {}

    record Key(String group, String part) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byGroup = group.compareTo(other.group);
            return byGroup != 0 ? byGroup : part.compareTo(other.part);
        }
    }

    /** Groups met, with the time of their newest message. */
    final Map<String, From<@Nullable Instant>> groups = new TreeMap<>();

    final Set<Key> instances = new HashSet<>();
    final Map<Key, From<Attribute>> attributes = new TreeMap<>();
    final Map<Key, From<Membership>> members = new TreeMap<>();

    /** Groups an event was about, not merely a message in them: only these can have changed for a reader of states. */
    final Set<String> described = new HashSet<>();

    /** When each record speaks, by source: the time of the states it causes. */
    final Map<String, Instant> sources = new HashMap<>();

    void group(String group, @Nullable String instance, @Nullable Instant activity, String source) {
        groups.merge(
                group,
                new From<>(activity, source),
                (known, other) -> new From<>(Newest.latest(known.fact(), other.fact()), known.source()));
        if (instance != null) {
            instances.add(new Key(group, instance));
        }
    }

    void attribute(String group, Attribute attribute, String source) {
        described.add(group);
        attributes.merge(new Key(group, attribute.name()), new From<>(attribute, source), GroupChanges::newest);
    }

    void member(String group, Membership membership, String source) {
        members.merge(
                new Key(group, membership.identity()),
                new From<>(membership, source),
                (known, other) -> new From<>(known.fact().merge(other.fact()), other.source()));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    private static From<Attribute> newest(From<Attribute> known, From<Attribute> other) {
        Attribute newest = known.fact().newest(other.fact());
        boolean sameValue = known.fact().value().equals(newest.value());
        return new From<>(newest, sameValue ? known.source() : other.source());
    }
}
