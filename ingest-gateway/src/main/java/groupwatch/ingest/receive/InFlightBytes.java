package groupwatch.ingest.receive;

import groupwatch.ingest.IngestMetrics;
import groupwatch.ingest.IngestSettings;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Bytes of all requests that are being received or wait for the broker. What is above the limit is refused, never queued. */
@Component
class InFlightBytes {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    InFlightBytes(IngestSettings settings, IngestMetrics metrics) {
        this.limit = settings.maxInFlight().toBytes();
        metrics.inFlight(held::get);
    }

    /** One request's part. */
    Lease lease() {
        return new Lease();
    }

    /** Grows while a body comes in; closed once when its request is over. Not for several threads at once. */
    final class Lease {

        private long bytes;

        /** @return whether there was room; if not, nothing has changed */
        boolean grow(long more) {
            if (held.addAndGet(more) > limit) {
                held.addAndGet(-more);
                return false;
            }
            bytes += more;
            return true;
        }

        void close() {
            held.addAndGet(-bytes);
            bytes = 0;
        }
    }
}
