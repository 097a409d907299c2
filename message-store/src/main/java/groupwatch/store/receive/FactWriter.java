package groupwatch.store.receive;

import reactor.core.publisher.Mono;

/**
 * Writes one kind of fact of a batch, inside the batch's transaction. Writers run one after the other in the order of
 * their beans ({@code @Order}), each with its keys sorted, so that concurrent batches cannot wait for each other in a
 * circle. A batch may come again: writing is idempotent.
 */
@FunctionalInterface
public interface FactWriter {

    Mono<Void> write(Batch batch);

    /**
     * Makes ready what writing needs, such as a partition. Runs before the transaction begins: what it locks must not stay
     * locked as long as the batch takes.
     */
    default Mono<Void> prepare(Batch batch) {
        return Mono.empty();
    }
}
