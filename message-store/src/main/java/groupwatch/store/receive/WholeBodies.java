package groupwatch.store.receive;

import groupwatch.events.evolution.WebhookPortions;
import groupwatch.events.evolution.WebhookPortions.Portion;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectMissingException;
import groupwatch.kit.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Has webhooks stored that are too large for a record: the record names the body in the object store, which is read as a stream and
 * stored portion by portion, each as if it were a record at the same place. The record is done when the last portion is.
 */
final class WholeBodies implements BatchHandler {

    /** Header of a record whose body is an object: its key. */
    static final String HEADER = "groupwatch-body";

    /** Header of a portion: the number of its first item in the whole. */
    private static final String FIRST_ITEM = "groupwatch-first-item";

    /** A portion is some hundred messages. */
    private static final int ENOUGH = 1024 * 1024;

    /** What a record may hold, so may an item. */
    private static final int MOST = 16 * 1024 * 1024;

    /** Buffers of 64 KB or so that are fetched ahead of the parser. */
    private static final int AHEAD = 4;

    private final BatchHandler handler;
    private final ObjectStore objects;
    private final Scheduler readers;

    /** @param readers whose threads may block */
    WholeBodies(BatchHandler handler, ObjectStore objects, Scheduler readers) {
        this.handler = handler;
        this.objects = objects;
        this.readers = readers;
    }

    /** Of the items of this record, the number of the first. */
    static int firstItem(IncomingRecord record) {
        String first = record.headers().get(FIRST_ITEM);
        return first == null ? 0 : Integer.parseInt(first);
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> batch) {
        List<IncomingRecord> plain =
                batch.stream().filter(record -> key(record) == null).toList();
        if (plain.size() == batch.size()) {
            return handler.handle(batch);
        }
        Mono<BatchResult> rest = plain.isEmpty() ? Mono.just(BatchResult.NOTHING) : handler.handle(plain);
        return Flux.concat(
                        rest,
                        Flux.fromIterable(batch)
                                .filter(record -> key(record) != null)
                                .concatMap(this::whole, 0))
                .reduce(BatchResult.NOTHING, BatchResult::plus);
    }

    private static @Nullable String key(IncomingRecord record) {
        return record.headers().get(HEADER);
    }

    private Mono<BatchResult> whole(IncomingRecord record) {
        String key = String.valueOf(key(record));
        return portions(key)
                .concatMap(portion -> handler.handle(List.of(part(record, portion))), 1)
                .reduce(BatchResult.NOTHING, BatchResult::plus)
                .map(result -> ofOne(record, result))
                // not what was read is to blame, but how
                .onErrorMap(JacksonIOException.class, how -> Objects.requireNonNullElse(how.getCause(), how))
                .onErrorResume(
                        ObjectMissingException.class,
                        gone -> Mono.just(BatchResult.rejected(record, "its body is no longer in the object store")))
                .onErrorResume(
                        JacksonException.class,
                        bad -> Mono.just(
                                BatchResult.rejected(record, "its body cannot be read: " + bad.getOriginalMessage())));
    }

    private Flux<Portion> portions(String key) {
        return reading(key, WebhookPortions::envelope)
                .flatMapMany(envelope -> Flux.using(
                        () -> open(key),
                        stream -> Flux.fromIterable(() -> WebhookPortions.of(stream, envelope, ENOUGH, MOST)),
                        WholeBodies::close))
                .subscribeOn(readers);
    }

    private <T> Mono<T> reading(String key, Function<InputStream, T> read) {
        return Mono.using(() -> open(key), stream -> Mono.fromCallable(() -> read.apply(stream)), WholeBodies::close);
    }

    private InputStream open(String key) {
        return DataBufferUtils.subscriberInputStream(
                objects.read(key, ByteRange.ALL).map(DefaultDataBufferFactory.sharedInstance::wrap), AHEAD);
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record at the same place, which may be a part itself. */
    static IncomingRecord part(IncomingRecord record, Portion portion) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.remove(HEADER);
        headers.put(FIRST_ITEM, Integer.toString(firstItem(record) + portion.first()));
        return new IncomingRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                portion.body(),
                headers,
                record.timestamp());
    }

    /** What became of its portions, as what became of the one record. */
    static BatchResult ofOne(IncomingRecord record, BatchResult portions) {
        if (!portions.rejected().isEmpty()) {
            RejectedRecord first = portions.rejected().getFirst();
            return new BatchResult(0, 0, 0, List.of(new RejectedRecord(record, first.reason(), first.exception())));
        }
        if (portions.stored() > 0) {
            return BatchResult.stored(1);
        }
        return portions.duplicate() > 0 ? new BatchResult(0, 1, 0, List.of()) : new BatchResult(0, 0, 1, List.of());
    }
}
