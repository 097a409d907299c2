package groupwatch.watchdog.groups;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What is to be seen of fetching groups. */
@Component
class GroupMetrics {

    private final MeterRegistry meters;
    private final Counter published;

    GroupMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.published = Counter.builder("groupwatch.groups.published")
                .description("Snapshots of groups that were published")
                .register(meters);
    }

    void published() {
        published.increment();
    }

    /** @param outcome done, or the word of what failed */
    void ended(String outcome) {
        Counter.builder("groupwatch.groups.syncs")
                .description("Times that all groups of an account were to be fetched")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
