package groupwatch.summary.model.guard;

import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelSettings;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** So many calls at once, some that wait for their turn, and not for ever. */
final class Turns {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final InstrumentedPool<Boolean> places;
    private final Duration limit;

    Turns(ModelSettings settings) {
        this.places = PoolBuilder.from(Mono.just(true))
                .sizeBetween(0, settings.concurrency())
                .maxPendingAcquire(settings.queue())
                .buildPool();
        this.limit = settings.queueLimit();
    }

    /** The call, in its turn. */
    <T> Flux<T> take(Flux<T> call) {
        return Flux.usingWhen(
                places.acquire(limit).onErrorMap(Turns::isFull, Turns::full), ref -> call, PooledRef::release);
    }

    private static boolean isFull(Throwable error) {
        return error instanceof PoolAcquirePendingLimitException
                || error instanceof PoolAcquireTimeoutException
                || error instanceof TimeoutException;
    }

    private static ModelException full(Throwable error) {
        return new ModelException.Unavailable(
                error instanceof PoolAcquirePendingLimitException
                        ? "Too many calls wait for a model already"
                        : "The call's turn did not come in time",
                SOON,
                null);
    }

    int running() {
        return places.metrics().acquiredSize();
    }

    int waiting() {
        return places.metrics().pendingAcquireSize();
    }
}
