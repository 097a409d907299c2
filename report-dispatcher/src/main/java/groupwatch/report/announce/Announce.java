package groupwatch.report.announce;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.report.ReportEvent;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells {@code groupwatch.reports.v1}. Told again, an event has the same id. */
@Component
public class Announce {

    private static final String SOURCE = "/report-dispatcher";

    private final RecordPublisher publisher;

    Announce(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    /** Completes when the topic has it. */
    public Mono<Void> tell(ReportEvent event) {
        String report = event.run().report();
        return publisher.publish(new OutgoingRecord(
                Topics.REPORTS, report, EventCodec.write(event), CloudEvents.headers(event, SOURCE, report)));
    }
}
