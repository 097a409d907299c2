package groupwatch.summary.announce;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryReady;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.summary.row.SummaryRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells {@code groupwatch.summaries.v1}. Told again, an event has the same id. */
@Component
public class Announce {

    private static final String SOURCE = "/summarizer";
    private static final int SCHEMA_VERSION = 1;

    private final RecordPublisher publisher;
    private final SummaryRows rows;

    Announce(RecordPublisher publisher, SummaryRows rows) {
        this.publisher = publisher;
        this.rows = rows;
    }

    /** Completes when the topic has it. */
    public Mono<Void> tell(Summary summary) {
        SummaryReady event = new SummaryReady(
                EventId.of("SummaryReady", summary.group(), summary.date(), summary.version()),
                summary.writtenAt(),
                SCHEMA_VERSION,
                summary);
        return publisher
                .publish(new OutgoingRecord(
                        Topics.SUMMARIES,
                        summary.group(),
                        EventCodec.write(event),
                        CloudEvents.headers(event, SOURCE, summary.group())))
                .then(rows.announced(summary));
    }
}
