package groupwatch.summary.daily;

import groupwatch.events.summary.Summary;
import groupwatch.summary.write.Written;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The meters of daily summaries, beside those of jobs, of models and of every publisher. */
@Component
class SummaryMetrics {

    static final String ENDED = "groupwatch.summary.days";
    static final String MESSAGES = "groupwatch.summary.messages";
    static final String DROPPED = "groupwatch.summary.sentences.dropped";

    private final MeterRegistry meters;

    SummaryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A day was gone through: written, written_anew, same, empty, quiet. */
    void ended(String outcome) {
        Counter.builder(ENDED)
                .tag("outcome", outcome)
                .description("Days gone through, by what became of them")
                .register(meters)
                .increment();
    }

    void written(Summary summary, Written written) {
        DistributionSummary.builder(MESSAGES)
                .tag("provider", summary.provider())
                .baseUnit("messages")
                .description("Messages a summary was made of")
                .register(meters)
                .record(summary.messages());
        Counter.builder(DROPPED)
                .tag("provider", summary.provider())
                .description("Sentences left out because they cited no message of the day")
                .register(meters)
                .increment(written.dropped());
    }
}
