package groupwatch.summary.changed;

import groupwatch.events.EventCodec;
import groupwatch.events.PublishedEvent;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.summary.row.DayRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A batch of the messages topic: the decided days of messages that came, were edited or revoked are marked, in one statement. A message that was
 * read already marks its day too; on the next run the day turns out to be the same, and nothing is written.
 */
@Component
class ChangedDays implements BatchHandler {

    private final DayRows days;
    private final Migration migration;

    ChangedDays(DayRows days, Migration migration) {
        this.days = days;
        this.migration = migration;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        return migration
                .done()
                .then(Mono.fromCallable(() -> Heard.of(records)).subscribeOn(Schedulers.parallel()))
                .flatMap(this::marked)
                .checkpoint("mark days whose messages changed");
    }

    private Mono<BatchResult> marked(Heard heard) {
        List<Moment> moments = List.copyOf(heard.moments());
        Mono<Long> marked = moments.isEmpty()
                ? Mono.just(0L)
                : days.markChanged(
                        moments.stream().map(Moment::group).toList(),
                        moments.stream().map(Moment::sentAt).toList());
        return marked.thenReturn(heard.result());
    }

    /** Messages of one group and second are one to the day. */
    private record Moment(String group, Instant sentAt) {}

    /** What a batch says. */
    private record Heard(Set<Moment> moments, int concerning, int ignored, List<RejectedRecord> rejected) {

        static Heard of(List<IncomingRecord> records) {
            Set<Moment> moments = new LinkedHashSet<>();
            List<RejectedRecord> rejected = new ArrayList<>();
            int ignored = 0;
            for (IncomingRecord record : records) {
                try {
                    Moment moment = moment(EventCodec.read(record.value()));
                    if (moment == null) {
                        ignored++;
                    } else {
                        moments.add(moment);
                    }
                } catch (UnreadableEventException error) {
                    rejected.add(new RejectedRecord(
                            record, "no event of this version", error.getClass().getName()));
                }
            }
            return new Heard(moments, records.size() - ignored - rejected.size(), ignored, rejected);
        }

        /** Reactions, votes, receipts and calls change no summary. */
        private static @Nullable Moment moment(PublishedEvent event) {
            return switch (event) {
                case MessageStored stored -> moment(stored.message());
                case MessageEdited edited -> moment(edited.message());
                case MessageRevoked revoked -> moment(revoked.message());
                default -> null;
            };
        }

        private static @Nullable Moment moment(Message message) {
            Instant sentAt = message.sentAt();
            return !message.group() || sentAt == null ? null : new Moment(message.chat(), sentAt);
        }

        BatchResult result() {
            return new BatchResult(concerning, 0, ignored, rejected);
        }
    }
}
