package groupwatch.store.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has seen the partitions of its chat: of each the next offset. As text, in {@code id:} and
 * {@code Last-Event-ID}, {@code partition-offset}; a direct chat whose other side has two identities can lie in two, with a
 * dot between them.
 */
final class Seen {

    private static final int LONGEST = 500;

    private final Map<Integer, Long> next;

    Seen(Map<Integer, Long> next) {
        this.next = new TreeMap<>(next);
    }

    /** Null when it is none of ours: who brings such a one is treated like who has missed something. */
    static @Nullable Seen parse(String text) {
        Map<Integer, Long> next = new TreeMap<>();
        if (text.length() > LONGEST) {
            return null;
        }
        for (String part : text.split("\\.", -1)) {
            String[] numbers = part.split("-", -1);
            try {
                if (numbers.length != 2 || next.put(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1])) != null) {
                    return null;
                }
            } catch (NumberFormatException notOurs) {
                return null;
            }
        }
        boolean negative = next.entrySet().stream().anyMatch(one -> one.getKey() < 0 || one.getValue() < 0);
        return negative ? null : new Seen(next);
    }

    Map<Integer, Long> offsets() {
        return Map.copyOf(next);
    }

    boolean isOfTheSamePartitions(Seen other) {
        return next.keySet().equals(other.next.keySet());
    }

    /** False when the record has been seen before. */
    boolean advance(int partition, long offset) {
        if (offset < next.getOrDefault(partition, 0L)) {
            return false;
        }
        next.put(partition, offset + 1);
        return true;
    }

    void advance(Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) -> next.merge(partition, offset, Math::max));
    }

    @Override
    public String toString() {
        return next.entrySet().stream()
                .map(one -> one.getKey() + "-" + one.getValue())
                .collect(Collectors.joining("."));
    }
}
