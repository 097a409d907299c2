package groupwatch.summary.ask.find;

import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.store.StoredMessage;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.LineReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups that are looked through, and who is in them. */
final class Scope {

    private final Map<String, StoredGroup> groups = new LinkedHashMap<>();
    private final Map<String, LineReader> readers = new HashMap<>();
    private final boolean everywhere;
    private final Set<String> named;

    /**
     * @param everywhere whether these are all that the caller may see
     * @param named words of the question that name groups, folded
     */
    Scope(List<StoredGroup> groups, boolean everywhere, Set<String> named) {
        groups.forEach(group -> this.groups.put(group.jid(), group));
        this.everywhere = everywhere;
        this.named = Set.copyOf(named);
    }

    List<StoredGroup> groups() {
        return List.copyOf(groups.values());
    }

    boolean isEverywhere() {
        return everywhere;
    }

    Set<String> named() {
        return named;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    int size() {
        return groups.size();
    }

    /** Empty for what is in another chat, was revoked, or has no words. */
    Optional<Source> read(StoredMessage stored, boolean hit, double score) {
        StoredGroup group = groups.get(stored.message().chat());
        if (group == null || stored.message().revokedAt() != null) {
            return Optional.empty();
        }
        Optional<Line> line = readers.computeIfAbsent(group.jid(), jid -> new LineReader(group.names()))
                .read(stored);
        return line.map(read -> new Source(0, group, read, hit, score));
    }
}
