package groupwatch.store.message;

import java.util.function.BinaryOperator;

/** A fact of a message, and which record told it. */
record Told<F>(MessageKey key, F fact, Source source) {

    /** One of two that tell the same; the first one's source stays. */
    static <F> BinaryOperator<Told<F>> merging(BinaryOperator<F> merge) {
        return (first, second) -> new Told<>(first.key, merge.apply(first.fact, second.fact), first.source);
    }
}
