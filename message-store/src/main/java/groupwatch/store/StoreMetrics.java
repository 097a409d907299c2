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
    static final String RECOUNTED = "groupwatch.store.activity.recounted";
    static final String REFUSED = "groupwatch.store.refused";
    static final String DELETED = "groupwatch.store.deleted";
    static final String EXPORTED = "groupwatch.store.exported";
    static final String LIVE_STREAMS = "groupwatch.store.live.streams";
    static final String LIVE_GAPS = "groupwatch.store.live.gaps";
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

    /** Quarters of an hour of chats whose activity was counted anew. */
    public void recounted(int quarters) {
        Counter.builder(RECOUNTED)
                .description("Quarters of an hour of chats whose messages were counted anew")
                .register(meters)
                .increment(quarters);
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

    /** Messages written into bulk answers, by format. */
    public void exported(String format, int count) {
        Counter.builder(EXPORTED)
                .tag("format", format)
                .description("Messages written into exports and bulk reads")
                .register(meters)
                .increment(count);
    }

    public void unindexed(long count) {
        unindexed.set(count);
    }

    /** Messages and facts that were read and are not kept, by reason; read again they count again. */
    public void refused(String reason, int count) {
        if (count > 0) {
            Counter.builder(REFUSED)
                    .tag("reason", reason)
                    .description("Messages and facts of captured chats that are not kept")
                    .register(meters)
                    .increment(count);
        }
    }

    /** Messages, facts and months that retention deleted. */
    public void deleted(String what, long count) {
        if (count > 0) {
            Counter.builder(DELETED)
                    .tag("what", what)
                    .description("Messages, waiting facts and whole months deleted by retention")
                    .register(meters)
                    .increment(count);
        }
    }

    /** @param open how many live streams are open */
    public void watchLiveStreams(IntSupplier open) {
        Gauge.builder(LIVE_STREAMS, open::getAsInt)
                .description("Live streams open now")
                .register(meters);
    }

    /** A live stream lost something and said so. */
    public void liveGap() {
        Counter.builder(LIVE_GAPS)
                .description("Times a live stream told its reader to read the list again")
                .register(meters)
                .increment();
    }
}
