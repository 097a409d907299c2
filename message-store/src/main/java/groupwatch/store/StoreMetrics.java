package groupwatch.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/**
 * The store's own meters, beside those every consumer and publisher has: {@code groupwatch.records.consumed} is the sum of
 * {@code groupwatch.records.handled} over its outcomes (stored, duplicate, ignored, rejected).
 */
@Component
public class StoreMetrics {

    static final String ANNOUNCED = "groupwatch.store.announced";
    static final String EXPORTED = "groupwatch.store.exported";
    static final String LIVE_STREAMS = "groupwatch.store.live.streams";
    static final String LIVE_GAPS = "groupwatch.store.live.gaps";
    static final String CONNECTIONS = "groupwatch.store.connections";

    private final MeterRegistry meters;

    StoreMetrics(MeterRegistry meters, ConnectionPool pool) {
        this.meters = meters;
        pool.getMetrics().ifPresent(state -> {
            connections("used", state::acquiredSize);
            connections("idle", state::idleSize);
            connections("awaited", state::pendingAcquireSize);
        });
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

    /** Messages written into bulk answers, by format. */
    public void exported(String format, int count) {
        Counter.builder(EXPORTED)
                .tag("format", format)
                .description("Messages written into exports and bulk reads")
                .register(meters)
                .increment(count);
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
