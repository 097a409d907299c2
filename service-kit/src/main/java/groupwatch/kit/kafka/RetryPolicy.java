package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * How long to wait before trying again: doubling from {@code first} up to {@code longest}, spread by {@code jitter}.
 * There is no last attempt: what the broker keeps is not given up.
 *
 * @param jitter share of the pause that is random, 0 to 1
 */
public record RetryPolicy(Duration first, Duration longest, double jitter) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(10), 0.3);

    /** Short pauses, for tests. */
    public static final RetryPolicy FAST = new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(200), 0.3);

    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("A retry needs 0 < first <= longest, not " + first + " and " + longest);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is a share from 0 to 1, not " + jitter);
        }
    }

    RetryBackoffSpec forEver() {
        return Retry.backoff(Long.MAX_VALUE, first).maxBackoff(longest).jitter(jitter);
    }

    /** The pause after so many failed attempts in a row, counted from 0. */
    Duration pause(long failed) {
        double doubled = first.toMillis() * Math.pow(2, failed);
        double spread = 1 + jitter * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Duration.ofMillis((long) (Math.min(doubled, longest.toMillis()) * spread));
    }
}
