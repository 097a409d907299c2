package groupwatch.kit.jobs;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait after each failed attempt; after the last pause named, that one again and again.
 *
 * @param pauses after the first failed attempt, the second, …
 */
public record RetrySchedule(List<Duration> pauses) {

    public RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.stream().anyMatch(pause -> pause.isNegative() || pause.isZero())) {
            throw new IllegalArgumentException("A schedule has pauses, each longer than zero, not " + pauses);
        }
    }

    /** @param failed attempts so far, at least 1 */
    public Duration pause(int failed) {
        return pauses.get(Math.clamp(failed, 1, pauses.size()) - 1);
    }
}
