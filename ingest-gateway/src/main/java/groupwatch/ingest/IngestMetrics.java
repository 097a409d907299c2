package groupwatch.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What became of webhooks: {@code groupwatch.webhooks.received}, over all outcomes, is the number of POSTs to a webhook path that were
 * answered or given up. Only {@code kept} is on a topic; {@code refused} with {@code broker-away} or {@code busy} comes again; any other
 * {@code refused} from a known sender is worth a look.
 */
@Component
public class IngestMetrics {

    private static final String RECEIVED = "groupwatch.webhooks.received";

    private final MeterRegistry meters;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Counter kept;
    private final Counter dropped;
    private final Counter gone;
    private final Counter failed;
    private final Counter files;
    private final Counter fileBytes;
    private final Counter bodies;
    private final Counter bodyBytes;

    IngestMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.kept = received("kept", "acknowledged");
        this.dropped = received("dropped", "direct-chat");
        this.gone = received("gone", "sender-left");
        this.failed = received("failed", "error");
        this.files = lifted("file");
        this.fileBytes = liftedBytes("file");
        this.bodies = lifted("body");
        this.bodyBytes = liftedBytes("body");
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, received("refused", refusal.slug()));
        }
    }

    public void kept() {
        kept.increment();
    }

    public void dropped() {
        dropped.increment();
    }

    /** The sender closed the connection before it had an answer; it will come again. */
    public void gone() {
        gone.increment();
    }

    /** An error nobody foresaw: answered 500. */
    public void failed() {
        failed.increment();
    }

    /** Something was brought into the object store that is too large for a record. */
    public void lifted(boolean file, long size) {
        (file ? files : bodies).increment();
        (file ? fileBytes : bodyBytes).increment(size);
    }

    void refused(Refusal why) {
        Objects.requireNonNull(refused.get(why)).increment();
    }

    /** Shows how many bytes wait for the broker. */
    public void inFlight(Supplier<Number> bytes) {
        Gauge.builder("groupwatch.webhooks.in.flight", bytes)
                .description("Webhook bytes received and not yet acknowledged by the broker")
                .baseUnit("bytes")
                .register(meters);
    }

    private Counter lifted(String what) {
        return Counter.builder("groupwatch.webhooks.lifted")
                .description(
                        "What webhooks had in them and is in the object store now: files, and bodies too large for a record")
                .tag("what", what)
                .register(meters);
    }

    private Counter liftedBytes(String what) {
        return Counter.builder("groupwatch.webhooks.lifted.size")
                .description("Bytes brought into the object store")
                .baseUnit("bytes")
                .tag("what", what)
                .register(meters);
    }

    private Counter received(String outcome, String reason) {
        return Counter.builder(RECEIVED)
                .description("Webhooks by what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(meters);
    }
}
