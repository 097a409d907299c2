package groupwatch.summary.changed;

import groupwatch.events.EventCodec;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.media.MediaStored;
import groupwatch.events.media.MessageRef;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.store.StoreClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A batch of the media topic: what is said in a voice message, or stands in a document, may become known after its day was summarised. Files
 * without words are of no concern. The event does not say when the message was sent; the message store does.
 */
@Component
class HeardFiles implements BatchHandler {

    private static final Caller SUMMARIZER = Caller.service("summarizer", Scopes.MESSAGES_READ);
    private static final int LOOKUPS_AT_ONCE = 4;

    private final DayRows days;
    private final StoreClient store;
    private final Migration migration;

    HeardFiles(DayRows days, StoreClient store, Migration migration) {
        this.days = days;
        this.store = store;
        this.migration = migration;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        Set<MessageRef> worded = new LinkedHashSet<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        int ignored = 0;
        for (IncomingRecord record : records) {
            try {
                if (EventCodec.read(record.value()) instanceof MediaStored stored && isWorded(stored)) {
                    worded.add(stored.message());
                } else {
                    ignored++;
                }
            } catch (UnreadableEventException error) {
                rejected.add(new RejectedRecord(
                        record, "no event of this version", error.getClass().getName()));
            }
        }
        BatchResult result = new BatchResult(records.size() - ignored - rejected.size(), 0, ignored, rejected);
        return migration
                .done()
                .thenMany(Flux.fromIterable(worded))
                .flatMap(this::moment, LOOKUPS_AT_ONCE)
                .collectList()
                .filter(moments -> !moments.isEmpty())
                .flatMap(moments -> days.markChanged(
                        moments.stream().map(Moment::group).toList(),
                        moments.stream().map(Moment::sentAt).toList()))
                .thenReturn(result)
                .checkpoint("mark days whose files were read");
    }

    private static boolean isWorded(MediaStored stored) {
        return stored.message().group() && (stored.media().transcript() != null || stored.text() != null);
    }

    private Mono<Moment> moment(MessageRef message) {
        return store.message(SUMMARIZER, message.chat(), message.id()).mapNotNull(found -> {
            Instant sentAt = found.sentAt();
            return sentAt == null ? null : new Moment(message.chat(), sentAt);
        });
    }
}
