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
    static final String REFUSED = "groupwatch.store.refused";
    static final String DELETED = "groupwatch.store.deleted";
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
}
