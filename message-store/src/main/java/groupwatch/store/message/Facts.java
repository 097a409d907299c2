package groupwatch.store.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The facts of one kind in a batch: each natural key once, for one statement cannot touch a row twice. */
final class Facts<F> {

    private record NaturalKey(MessageKey message, Object rest) {}

    private final Map<NaturalKey, Told<F>> byKey = new LinkedHashMap<>();
    private final Function<F, Object> naturalKey;
    private final BinaryOperator<Told<F>> merge;

    /**
     * @param naturalKey what makes the fact one of its kind, besides the message's key
     * @param merge of two facts with the same key
     */
    Facts(Function<F, Object> naturalKey, BinaryOperator<F> merge) {
        this.naturalKey = naturalKey;
        this.merge = Told.merging(merge);
    }

    /** Facts of which every part belongs to the key. */
    static <F> Facts<F> distinct() {
        return new Facts<>(fact -> fact, (first, second) -> first);
    }

    void add(Told<F> told) {
        byKey.merge(new NaturalKey(told.key(), naturalKey.apply(told.fact())), told, merge);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** Sorted by message. */
    List<Told<F>> told() {
        Collection<Told<F>> all = byKey.values();
        return all.stream().sorted(Comparator.comparing(Told::key)).toList();
    }
}
