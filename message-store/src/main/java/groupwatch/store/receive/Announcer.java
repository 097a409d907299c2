package groupwatch.store.receive;

import groupwatch.kit.kafka.OutgoingRecord;
import reactor.core.publisher.Flux;

/** Says what a committed batch changed; runs after the transaction, before the offsets are committed. */
@FunctionalInterface
public interface Announcer {

    Flux<OutgoingRecord> announce(Batch batch);
}
