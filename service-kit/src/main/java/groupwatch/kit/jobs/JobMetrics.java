package groupwatch.kit.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of one kind of job. Attempts over their outcomes are all attempts; jobs over state and failures are all that are not ended. */
final class JobMetrics {

    static final String ATTEMPTS = "groupwatch.jobs.attempts";
    static final String OPEN = "groupwatch.jobs.open";
    static final String LATE = "groupwatch.jobs.late";

    /** How many jobs are in a state after so many failed attempts. */
    record Count(String state, int failed, long jobs) {}

    private final MeterRegistry meters;
    private final String kind;
    private final MultiGauge open;
    private final AtomicLong late = new AtomicLong();

    JobMetrics(MeterRegistry meters, String kind) {
        this.meters = meters;
        this.kind = kind;
        this.open = MultiGauge.builder(OPEN)
                .tag("kind", kind)
                .description("Jobs that wait or run, by failed attempts so far: the steps of the schedule")
                .register(meters);
        Gauge.builder(LATE, late, millis -> millis.get() / 1000.0)
                .tag("kind", kind)
                .baseUnit("seconds")
                .description("For how long the longest due job has waited for its turn")
                .register(meters);
    }

    /** An attempt ended: done, failed, expired, again, later, cancelled. */
    void attempt(String outcome, Duration took) {
        Timer.builder(ATTEMPTS)
                .tag("kind", kind)
                .tag("outcome", outcome)
                .description("Attempts at jobs")
                .register(meters)
                .record(took);
    }

    void open(List<Count> counts, Duration longestLate) {
        late.set(longestLate.toMillis());
        open.register(
                counts.stream()
                        .map(count -> MultiGauge.Row.of(
                                Tags.of("state", count.state(), "failed", String.valueOf(count.failed())),
                                count.jobs()))
                        .toList(),
                true);
    }

    /** Jobs could not be claimed, or not be put back. */
    void trouble() {
        Counter.builder("groupwatch.jobs.trouble")
                .tag("kind", kind)
                .description("Times the table of jobs could not be read or written")
                .register(meters)
                .increment();
    }
}
