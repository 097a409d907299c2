package groupwatch.kit.jobs;

import java.time.Duration;

/**
 * A kind of work.
 *
 * @param name one word for rows, meters and logs
 * @param payload a record, kept as JSON
 * @param concurrency jobs at once in this process
 * @param perLane jobs of one lane at once in all replicas together
 * @param limit longest attempt; cut off then, and tried again
 */
public record JobKind<P>(
        String name, Class<P> payload, RetrySchedule schedule, int concurrency, int perLane, Duration limit) {

    public JobKind {
        if (concurrency < 1 || perLane < 1) {
            throw new IllegalArgumentException("At least one job at once, not " + concurrency + " and " + perLane);
        }
    }
}
