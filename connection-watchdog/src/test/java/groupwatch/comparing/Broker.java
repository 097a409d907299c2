package groupwatch.comparing;

import groupwatch.kit.kafka.OutgoingRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What was published, and what becomes of it. */
final class Broker {

    final List<OutgoingRecord> published = new CopyOnWriteArrayList<>();
    volatile Function<OutgoingRecord, Mono<Void>> next = record -> Mono.empty();

    Mono<Void> publish(OutgoingRecord record) {
        return Mono.defer(() -> {
            published.add(record);
            return next.apply(record);
        });
    }
}
