package groupwatch.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.r2dbc.pool.ConnectionPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The store's own meters, beside those every consumer and publisher has: {@code groupwatch.records.consumed} is the sum of
 * {@code groupwatch.records.handled} over its outcomes (stored, duplicate, ignored, rejected).
 */
@Component
public class StoreMetrics {

    static final String ANNOUNCED = "groupwatch.store.announced";
    static final String CONNECTIONS = "groupwatch.store.connections";
    static final String SEARCH = "groupwatch.store.search";
    static final String INDEXED = "groupwatch.store.search.indexed";
    static final String UNINDEXED = "groupwatch.store.search.unindexed";

    private final MeterRegistry meters;
    private final AtomicLong unindexed = new AtomicLong();

    StoreMetrics(MeterRegistry meters, ConnectionPool pool) {
        this.meters = meters;
        pool.getMetrics().ifPresent(state -> {
            connections("used", state::acquiredSize);
            connections("idle", state::idleSize);
            connections("awaited", state::pendingAcquireSize);
        });
        Gauge.builder(UNINDEXED, unindexed::get)
                .description("Messages that the search does not find yet: stored before it was there")
                .register(meters);
    }

    private void connections(String state, IntSupplier count) {
        Gauge.builder(CONNECTIONS, count::getAsInt)
                .tag("state", state)
                .description("Database connections in use and idle, and callers who wait for one")
                .register(meters);
    }

    /** Events made for the broker, by kind; told again after a crash they count again. */
    public void announced(String kind, int count) {
        Counter.builder(ANNOUNCED)
                .tag("kind", kind)
                .description("Events about messages handed to the publisher")
                .register(meters)
                .increment(count);
    }

    /**
     * Times a search.
     *
     * @param sort newest or rank
     * @param outcome of an answer: found, nothing, partial; what fails is failed
     */
    public <T> Mono<T> search(String sort, Mono<T> search, Function<T, String> outcome) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return search.doOnNext(answer -> sample.stop(searches(sort, outcome.apply(answer))))
                    .doOnError(error -> sample.stop(searches(sort, "failed")));
        });
    }

    private Timer searches(String sort, String outcome) {
        return Timer.builder(SEARCH)
                .tag("sort", sort)
                .tag("outcome", outcome)
                .description("Searches: hits found, nothing, a page cut short by its time limit, or failed")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Messages whose words a job wrote.
     *
     * @param reason new: they had none; language: their group has another one now
     */
    public void indexed(String reason, long count) {
        Counter.builder(INDEXED)
                .tag("reason", reason)
                .description("Messages indexed for the search after they were stored")
                .register(meters)
                .increment(count);
    }

    public void unindexed(long count) {
        unindexed.set(count);
    }
}
