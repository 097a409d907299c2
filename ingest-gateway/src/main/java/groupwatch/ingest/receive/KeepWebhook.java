package groupwatch.ingest.receive;

import groupwatch.events.evolution.WebhookScan;
import groupwatch.events.evolution.WebhookScanResult;
import groupwatch.ingest.IngestMetrics;
import groupwatch.ingest.IngestSettings;
import groupwatch.ingest.Refusal;
import groupwatch.ingest.Refusals;
import groupwatch.kit.kafka.BrokerUnavailableException;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.OversizedRecordException;
import groupwatch.kit.kafka.RecordPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps one webhook: completes when the broker has it, or when it is one of those that nobody wants kept. Doing it twice makes two
 * records with one id, which is one message later.
 */
@Component
class KeepWebhook {

    /** Looking through 100 KB takes well under a millisecond; a history chunk of 16 MB would hold up an event loop. */
    private static final int LARGE = 256 * 1024;

    private final RecordPublisher publisher;
    private final RawRecords records;
    private final Refusals refusals;
    private final IngestMetrics metrics;
    private final boolean dropDirectChats;

    KeepWebhook(
            RecordPublisher publisher,
            RawRecords records,
            Refusals refusals,
            IngestMetrics metrics,
            IngestSettings settings) {
        this.publisher = publisher;
        this.records = records;
        this.refusals = refusals;
        this.metrics = metrics;
        this.dropDirectChats = settings.dropDirectChats();
    }

    Mono<Void> keep(byte[] body, WebhookOrigin origin) {
        Scheduler scheduler = body.length > LARGE ? Schedulers.parallel() : Schedulers.immediate();
        return Mono.fromSupplier(() -> WebhookScan.of(body, origin.event()))
                .subscribeOn(scheduler)
                .flatMap(found -> switch (found) {
                    case WebhookScanResult.Webhook webhook -> keep(webhook);
                    case WebhookScanResult.NotWebhook nothing -> quarantine(nothing, origin);
                });
    }

    private Mono<Void> keep(WebhookScanResult.Webhook webhook) {
        if (dropDirectChats && webhook.isDirectChat()) {
            return Mono.fromRunnable(metrics::dropped);
        }
        return write(records.of(webhook)).doOnSuccess(done -> metrics.kept());
    }

    /** The bytes first: a 400 is final for Evolution. */
    private Mono<Void> quarantine(WebhookScanResult.NotWebhook nothing, WebhookOrigin origin) {
        Refusal refusal = Refusal.valueOf(nothing.reason().name());
        return write(records.of(nothing, refusal.slug(), origin)).then(refusals.refuse(refusal, nothing.detail()));
    }

    private Mono<Void> write(OutgoingRecord record) {
        return publisher
                .publish(record)
                .onErrorResume(
                        BrokerUnavailableException.class,
                        away -> refusals.refuse(Refusal.BROKER_AWAY, "The webhook could not be written; come again."))
                .onErrorResume(
                        OversizedRecordException.class,
                        oversized -> refusals.refuse(Refusal.TOO_LARGE, "The webhook is larger than a record may be."));
    }
}
