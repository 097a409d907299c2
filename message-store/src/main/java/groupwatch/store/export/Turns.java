package groupwatch.store.export;

import groupwatch.kit.problem.ProblemException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** Lets so many read in bulk at once, in the order in which they came; who waits too long is sent away, to come again. */
@Component
class Turns {

    private static final int RETRY_AFTER_SECONDS = 10;
    private static final int MOST_WAITING = 50;

    private final InstrumentedPool<Object> turns;
    private final ExportProperties settings;

    Turns(ExportProperties settings) {
        this.settings = settings;
        this.turns = PoolBuilder.from(Mono.fromSupplier(Object::new))
                .sizeBetween(0, settings.atOnce())
                .maxPendingAcquire(MOST_WAITING)
                .buildPool();
    }

    /** Works when it is its turn, which is given back at the end, however that comes. */
    Mono<Void> take(Supplier<Mono<Void>> work) {
        return Mono.usingWhen(turn(), turn -> work.get(), PooledRef::release);
    }

    private Mono<PooledRef<Object>> turn() {
        return turns.acquire(settings.longestWait())
                .onErrorMap(PoolAcquireTimeoutException.class, error -> busy())
                .onErrorMap(PoolAcquirePendingLimitException.class, error -> busy());
    }

    private static ProblemException busy() {
        return ProblemException.unavailable("As many exports as may are under way; come again.", RETRY_AFTER_SECONDS);
    }
}
