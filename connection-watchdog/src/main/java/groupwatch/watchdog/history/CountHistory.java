package groupwatch.watchdog.history;

import groupwatch.events.CloudEvents;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.watchdog.raw.RawSource;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Notes each chunk of history once. */
final class CountHistory implements BatchHandler {

    private static final String CHUNK = "evolution.messages.set";

    /** Header of a record whose body lies in the object store: too large for a record. */
    private static final String ELSEWHERE = "groupwatch-body";

    private final Chunks chunks;
    private final Scheduler readers;

    CountHistory(Chunks chunks, Scheduler readers) {
        this.chunks = chunks;
        this.readers = readers;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> batch) {
        return Flux.fromIterable(batch)
                .filter(CountHistory::isChunk)
                .concatMap(record -> Mono.fromCallable(() -> chunk(record)).subscribeOn(readers), 1)
                .collectList()
                .flatMap(found -> (found.isEmpty() ? Mono.just(0) : chunks.add(found))
                        .map(added ->
                                new BatchResult(added, found.size() - added, batch.size() - found.size(), List.of())));
    }

    private static boolean isChunk(IncomingRecord record) {
        return CHUNK.equals(record.headers().get(CloudEvents.TYPE))
                && RawSource.accountOf(record.headers()).isPresent()
                && record.headers().containsKey(CloudEvents.ID);
    }

    private static HistoryChunk chunk(IncomingRecord record) {
        ChunkScan scan =
                record.headers().containsKey(ELSEWHERE) ? new ChunkScan(null, null) : ChunkScan.of(record.value());
        return new HistoryChunk(
                RawSource.accountOf(record.headers()).orElseThrow(),
                record.headers().getOrDefault(CloudEvents.ID, ""),
                record.timestamp(),
                scan.messages(),
                scan.progress());
    }
}
