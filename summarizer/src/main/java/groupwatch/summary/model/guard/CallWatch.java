package groupwatch.summary.model.guard;

import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Streamed;
import java.time.Duration;

/** Takes the time of a call, and how it ended. */
final class CallWatch {

    private final ModelMetrics metrics;
    private final String provider;
    private final Purpose purpose;
    private final long start = System.nanoTime();
    private volatile String outcome = "answered";

    CallWatch(ModelMetrics metrics, String provider, Purpose purpose) {
        this.metrics = metrics;
        this.provider = provider;
        this.purpose = purpose;
    }

    void saw(Streamed streamed) {
        if (streamed instanceof Streamed.End end) {
            outcome = switch (end.completion().finish()) {
                case COMPLETE -> "answered";
                case TRUNCATED -> "truncated";
                case REFUSED -> "declined";
            };
        }
    }

    void ended() {
        record(outcome);
    }

    void cancelled() {
        record("cancelled");
    }

    void failed(Throwable error) {
        record(
                switch (error) {
                    case ModelException.BudgetSpent spent -> "budget-spent";
                    case ModelException.Refused refused -> "refused";
                    default -> "unavailable";
                });
    }

    private void record(String how) {
        metrics.called(provider, purpose, how, Duration.ofNanos(System.nanoTime() - start));
    }
}
