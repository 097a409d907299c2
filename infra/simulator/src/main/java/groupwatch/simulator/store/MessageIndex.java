package groupwatch.simulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds rows by id, by chat and by time without looking at all of them. For one thread at a time. */
final class MessageIndex {

    private final Map<String, List<KeptMessage>> byId = new HashMap<>();
    private final NavigableMap<Place, KeptMessage> byTime = new TreeMap<>();
    private final Map<String, NavigableMap<Place, KeptMessage>> byChat = new HashMap<>();

    void add(KeptMessage row) {
        byId.computeIfAbsent(row.keyId(), id -> new ArrayList<>(1)).add(row);
        place(row);
    }

    void remove(KeptMessage row) {
        var same = byId.getOrDefault(row.keyId(), List.of());
        if (same.size() == 1) {
            byId.remove(row.keyId());
        } else {
            same.remove(row);
        }
        displace(row);
    }

    /** Changes a row, and its place when it is of another time afterwards. */
    void changing(KeptMessage row, Runnable change) {
        displace(row);
        change.run();
        place(row);
    }

    /** All of a message, in the order in which they were written. */
    List<KeptMessage> rows(String keyId) {
        return byId.getOrDefault(keyId, List.of());
    }

    Collection<List<KeptMessage>> messages() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Set<String> chats() {
        return byChat.keySet();
    }

    @Nullable
    KeptMessage newest(String chat) {
        var rows = byChat.get(chat);
        return rows == null ? null : rows.lastEntry().getValue();
    }

    /** Those that may fit, newest first. */
    Collection<KeptMessage> candidates(Search search) {
        if (!search.keyId().isEmpty()) {
            return rows(search.keyId()).stream()
                    .sorted(Comparator.comparing(KeptMessage::place).reversed())
                    .toList();
        }
        var rows =
                search.chat().isEmpty() ? byTime : byChat.getOrDefault(search.chat(), Collections.emptyNavigableMap());
        var between = search.between();
        if (between == null) {
            return rows.descendingMap().values();
        }
        return between.from() > between.to()
                ? List.of()
                : rows.subMap(Place.before(between.from()), true, Place.after(between.to()), true)
                        .descendingMap()
                        .values();
    }

    private void place(KeptMessage row) {
        byTime.put(row.place(), row);
        byChat.computeIfAbsent(row.chat(), chat -> new TreeMap<>()).put(row.place(), row);
    }

    private void displace(KeptMessage row) {
        byTime.remove(row.place());
        byChat.computeIfPresent(row.chat(), (chat, rows) -> {
            rows.remove(row.place());
            return rows.isEmpty() ? null : rows;
        });
    }
}
