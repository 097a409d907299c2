package groupwatch.kit.kafka;

import groupwatch.kit.metrics.PipelineMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a consumer is, for its health: a batch that has been in hand too long means that nothing gets on. */
public final class ConsumerProgress {

    private final Clock clock;
    private final PipelineMetrics metrics;
    private volatile @Nullable Instant inHandSince;
    private volatile @Nullable Instant lastDone;

    ConsumerProgress(Clock clock, PipelineMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    void begun() {
        inHandSince = clock.instant();
    }

    void done() {
        lastDone = clock.instant();
        inHandSince = null;
    }

    void restarted() {
        inHandSince = null;
        metrics.restarted();
    }

    /** How long the batch in hand has been tried; zero when there is none. */
    public Duration inHand() {
        Instant since = inHandSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** When the last batch was done; absent before the first. */
    public @Nullable Instant lastDone() {
        return lastDone;
    }
}
