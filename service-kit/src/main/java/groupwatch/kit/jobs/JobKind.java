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
 * @param grace how long jobs in hand may go on when the process stops; then they are cut off, and given to others
 */
public record JobKind<P>(
        String name,
        Class<P> payload,
        RetrySchedule schedule,
        int concurrency,
        int perLane,
        Duration limit,
        Duration grace) {

    /** Without grace: what is cut off does no harm. */
    public JobKind(
            String name, Class<P> payload, RetrySchedule schedule, int concurrency, int perLane, Duration limit) {
        this(name, payload, schedule, concurrency, perLane, limit, Duration.ZERO);
    }

    public JobKind {
        if (concurrency < 1 || perLane < 1) {
            throw new IllegalArgumentException("At least one job at once, not " + concurrency + " and " + perLane);
        }
    }

    public JobKind<P> withGrace(Duration time) {
        return new JobKind<>(name, payload, schedule, concurrency, perLane, limit, time);
    }
}
