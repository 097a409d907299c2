package groupwatch.report.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The meters of runs, beside those of jobs, of mails and of every publisher. */
@Component
class RunMetrics {

    static final String ENDED = "groupwatch.report.runs";
    static final String LATENESS = "groupwatch.report.run.lateness";

    private final MeterRegistry meters;

    RunMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(Run run) {
        Counter.builder(ENDED)
                .tag("type", run.report().type().word())
                .tag("outcome", run.state().word())
                .description("Runs that have ended, by what became of them")
                .register(meters)
                .increment();
        Instant at = run.endedAt();
        if (at != null && run.state() == RunState.SENT) {
            Timer.builder(LATENESS)
                    .tag("type", run.report().type().word())
                    .description("From when a report was due until the mail server had all its mails")
                    .register(meters)
                    .record(Duration.between(run.dueAt(), at));
        }
    }
}
