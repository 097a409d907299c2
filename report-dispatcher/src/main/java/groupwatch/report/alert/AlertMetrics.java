package groupwatch.report.alert;

import groupwatch.report.content.LinkAlert.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The meter of mails about links. */
@Component
class AlertMetrics {

    static final String ENDED = "groupwatch.alerts";

    private final MeterRegistry meters;

    AlertMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(Kind kind, MailState outcome) {
        Counter.builder(ENDED)
                .tag("kind", kind.word())
                .tag("outcome", outcome.word())
                .description("Mails about links, by what became of them")
                .register(meters)
                .increment();
    }
}
