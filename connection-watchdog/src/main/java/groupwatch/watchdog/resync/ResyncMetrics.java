package groupwatch.watchdog.resync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The meters of comparisons. */
@Component
class ResyncMetrics {

    static final String ROWS = "groupwatch.resync.rows";
    static final String RUNS = "groupwatch.resync.runs";
    static final String PAGES = "groupwatch.resync.pages";

    private final MeterRegistry meters;

    ResyncMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void known(long rows) {
        rows("known", rows);
    }

    void missing(long rows) {
        rows("missing", rows);
    }

    void filledIn(long rows) {
        rows("filled", rows);
    }

    void givenUp(long rows) {
        rows("given_up", rows);
    }

    private void rows(String outcome, long rows) {
        Counter.builder(ROWS)
                .tag("outcome", outcome)
                .description(
                        "Messages of Evolution's store: ours has them, lacked them, has them after all, or still lacks them")
                .register(meters)
                .increment(rows);
    }

    void ended(Run run, RunState state) {
        Counter.builder(RUNS)
                .tag("kind", run.kind().word())
                .tag("state", state.word())
                .description("Comparisons that have ended, by why they were made and how they ended")
                .register(meters)
                .increment();
    }

    void page() {
        Counter.builder(PAGES)
                .description("Pages of Evolution's store that were compared")
                .register(meters)
                .increment();
    }
}
