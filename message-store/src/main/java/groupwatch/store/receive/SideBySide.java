package groupwatch.store.receive;

import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has a large batch handled in two parts at the same time, each in a transaction of its own: while one waits for the database, the other
 * is read or announced. A chat is all in one part, so its order stays. When a part fails, the whole batch comes again; what the other has
 * stored by then is stored again without effect.
 */
final class SideBySide implements BatchHandler {

    private static final int PARTS = 2;

    /** Below, a second transaction costs more than it saves. */
    private static final int LARGE = 100;

    private final BatchHandler handler;

    SideBySide(BatchHandler handler) {
        this.handler = handler;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> batch) {
        if (batch.size() < LARGE) {
            return handler.handle(batch);
        }
        return Flux.fromIterable(parts(batch))
                .flatMap(handler::handle, PARTS, 1)
                .reduce(BatchResult.NOTHING, BatchResult::plus);
    }

    private static List<List<IncomingRecord>> parts(List<IncomingRecord> batch) {
        List<List<IncomingRecord>> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            parts.add(new ArrayList<>());
        }
        batch.forEach(record -> parts.get(part(record)).add(record));
        parts.removeIf(List::isEmpty);
        return parts;
    }

    /** The broker chose the partition by the same key: its bits must not decide here too. */
    private static int part(IncomingRecord record) {
        int hash = Objects.hashCode(record.key()) * 0x9E3779B9;
        return (hash >>> 16) % PARTS;
    }
}
