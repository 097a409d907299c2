package groupwatch.kit.kafka;

import java.util.function.Predicate;

/** Makes the consumers of a service. */
public final class BatchConsumers {

    /**
     * A consumer, not yet started.
     *
     * @param poison tells an error that blames a record (it will fail again, always) from one that does not
     */
    public BatchConsumer create(BatchConsumerSettings settings, BatchHandler handler, Predicate<Throwable> poison) {
        return new BatchConsumer();
    }
}
