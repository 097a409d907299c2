package groupwatch.summary.ask;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The meters of questions, beside those of models. */
@Component
class AskMetrics {

    static final String QUESTIONS = "groupwatch.summary.questions";
    static final String DROPPED = "groupwatch.summary.questions.dropped";

    private final MeterRegistry meters;

    AskMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A question is over: answered, chosen (without a language model), unanswered (nothing that a model said could be kept), nothing (found),
     * cut_off, delayed, refused, unavailable, budget, busy, rejected, cancelled, failed.
     */
    void over(String outcome, Duration took) {
        Timer.builder(QUESTIONS)
                .tag("outcome", outcome)
                .description("Questions, by what became of them, and how long that took")
                .register(meters)
                .record(took);
    }

    void dropped(int sentences) {
        Counter.builder(DROPPED)
                .description(
                        "Sentences of answers left out because they cited no message, or had a link, an address or a long number that was not there")
                .register(meters)
                .increment(sentences);
    }
}
