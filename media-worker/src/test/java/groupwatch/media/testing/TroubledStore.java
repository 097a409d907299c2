package groupwatch.media.testing;

import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.objects.ObjectStoreUnavailableException;
import groupwatch.kit.objects.StoredObject;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An object store that can be away, or full: then it takes nothing, and what is there can be read. */
public final class TroubledStore implements ObjectStore {

    private final ObjectStore store;
    private final AtomicInteger puts = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean full;

    TroubledStore(ObjectStore store) {
        this.store = store;
    }

    public void away(boolean now) {
        away = now;
    }

    public void full(boolean now) {
        full = now;
    }

    /** Objects stored so far. */
    public int puts() {
        return puts.get();
    }

    @Override
    public Mono<StoredObject> put(String key, Flux<ByteBuffer> content) {
        return Mono.defer(
                        () -> full ? Mono.error(trouble("No space left on device")) : reached(store.put(key, content)))
                .doOnNext(object -> puts.incrementAndGet());
    }

    @Override
    public Mono<StoredObject> find(String key) {
        return Mono.defer(() -> reached(store.find(key)));
    }

    @Override
    public Flux<ByteBuffer> read(String key, ByteRange range) {
        return Flux.defer(() -> away ? Flux.error(trouble("away")) : store.read(key, range));
    }

    @Override
    public Mono<StoredObject> copy(String from, String to) {
        return Mono.defer(() -> reached(store.copy(from, to)));
    }

    @Override
    public Mono<Void> delete(String key) {
        return Mono.defer(() -> reached(store.delete(key)));
    }

    @Override
    public Flux<StoredObject> list(String prefix) {
        return Flux.defer(() -> away ? Flux.error(trouble("away")) : store.list(prefix));
    }

    @Override
    public Mono<URI> signedLink(String key, Duration lifetime) {
        return store.signedLink(key, lifetime);
    }

    @Override
    public Mono<Long> sweepUnfinished(Instant before) {
        return Mono.defer(() -> reached(store.sweepUnfinished(before)));
    }

    @Override
    public Mono<Void> check() {
        return Mono.defer(() -> reached(store.check()));
    }

    private <T> Mono<T> reached(Mono<T> call) {
        return away ? Mono.error(trouble("away")) : call;
    }

    private static ObjectStoreUnavailableException trouble(String why) {
        return new ObjectStoreUnavailableException("The object store does not take it", new IOException(why));
    }
}
