package groupwatch.summary.ask;

import groupwatch.summary.ask.AskEvent.Done;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures one question. */
final class AskTiming {

    private final AskMetrics metrics;
    private final Clock clock;
    private final Instant asked;
    private volatile String outcome = "failed";

    AskTiming(AskMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.asked = clock.instant();
    }

    void said(AskEvent event) {
        if (event instanceof Done done) {
            outcome = AskQuestion.outcome(done);
            metrics.dropped(done.dropped());
        }
    }

    void complete() {
        over(outcome);
    }

    void failed(Throwable error) {
        over(AskProblems.outcome(error));
    }

    void cancelled() {
        over("cancelled");
    }

    private void over(String how) {
        metrics.over(how, Duration.between(asked, clock.instant()));
    }
}
