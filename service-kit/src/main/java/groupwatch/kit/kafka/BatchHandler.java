package groupwatch.kit.kafka;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The effect of a batch of records. The Mono completes when the effect is durable; only then are the offsets committed.
 * A batch may come again after a failure or a restart, in whole or in part, so the effect is idempotent.
 *
 * <p>Records of a batch are in the broker's order within each partition. An error of the Mono either blames a record
 * (the consumer's {@code poison} predicate): then the batch comes again in halves until the bad record stands alone and
 * is dead-lettered; or it does not: then the same batch comes again after a pause, for as long as it takes.
 */
@FunctionalInterface
public interface BatchHandler {

    Mono<BatchResult> handle(List<IncomingRecord> batch);
}
