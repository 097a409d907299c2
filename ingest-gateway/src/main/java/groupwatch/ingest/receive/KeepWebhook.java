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
import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.objects.ObjectStoreUnavailableException;
import org.jspecify.annotations.Nullable;
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
    private final WholeBody wholeBody;
    private final ObjectStore objects;
    private final Refusals refusals;
    private final IngestMetrics metrics;
    private final boolean dropDirectChats;

    KeepWebhook(
            RecordPublisher publisher,
            RawRecords records,
            WholeBody wholeBody,
            ObjectStore objects,
            Refusals refusals,
            IngestMetrics metrics,
            IngestSettings settings) {
        this.publisher = publisher;
        this.records = records;
        this.wholeBody = wholeBody;
        this.objects = objects;
        this.refusals = refusals;
        this.metrics = metrics;
        this.dropDirectChats = settings.dropDirectChats();
    }

    Mono<Void> keep(ReceivedBody received, WebhookOrigin origin) {
        return received.whole() == null ? keepHeld(received, origin) : keepWhole(received, received.whole(), origin);
    }

    private Mono<Void> keepHeld(ReceivedBody received, WebhookOrigin origin) {
        byte[] body = received.bytes();
        Scheduler scheduler = body.length > LARGE ? Schedulers.parallel() : Schedulers.immediate();
        return Mono.fromSupplier(() -> WebhookScan.of(body, origin.event()))
                .subscribeOn(scheduler)
                .flatMap(found -> switch (found) {
                    case WebhookScanResult.Webhook webhook -> keep(webhook, received, records.of(webhook, received));
                    case WebhookScanResult.NotWebhook nothing ->
                        quarantine(nothing, records.of(nothing, slug(nothing), origin));
                });
    }

    private Mono<Void> keepWhole(ReceivedBody received, String key, WebhookOrigin origin) {
        return wholeBody
                .scan(key)
                .onErrorResume(
                        ObjectStoreUnavailableException.class,
                        away -> refusals.refuse(Refusal.STORE_AWAY, "The webhook could not be read back; come again."))
                .flatMap(scanned -> switch (scanned.found()) {
                    case WebhookScanResult.Webhook webhook ->
                        keep(webhook, received, records.ofWhole(webhook, key, scanned.sha256()));
                    case WebhookScanResult.NotWebhook nothing ->
                        quarantine(nothing, records.ofWhole(nothing, slug(nothing), origin, key, scanned.sha256()));
                });
    }

    private Mono<Void> keep(WebhookScanResult.Webhook webhook, ReceivedBody received, OutgoingRecord record) {
        if (dropDirectChats && webhook.isDirectChat()) {
            return forget(received.claim()).then(forget(received.whole())).then(Mono.fromRunnable(metrics::dropped));
        }
        return write(record).doOnSuccess(done -> metrics.kept());
    }

    private Mono<Void> forget(@Nullable String key) {
        return key == null
                ? Mono.empty()
                : objects.delete(key)
                        .onErrorResume(
                                ObjectStoreUnavailableException.class,
                                away -> refusals.refuse(
                                        Refusal.STORE_AWAY, "A file could not be removed; come again."));
    }

    /** The bytes first: a 400 is final for Evolution. */
    private Mono<Void> quarantine(WebhookScanResult.NotWebhook nothing, OutgoingRecord record) {
        return write(record).then(refusals.refuse(refusal(nothing), nothing.detail()));
    }

    private static Refusal refusal(WebhookScanResult.NotWebhook nothing) {
        return Refusal.valueOf(nothing.reason().name());
    }

    private static String slug(WebhookScanResult.NotWebhook nothing) {
        return refusal(nothing).slug();
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
