package groupwatch.media.receive;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.Message;
import groupwatch.media.fetch.FetchJobs;
import groupwatch.media.row.MediaRows;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A message's file becomes a row and a job, in one transaction; told again, nothing happens. */
@Component
class RecordMedia {

    private final MediaRows rows;
    private final FetchJobs jobs;
    private final TransactionalOperator transaction;

    RecordMedia(MediaRows rows, FetchJobs jobs, TransactionalOperator transaction) {
        this.rows = rows;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** Emits what became of it: ignored, recorded, known. */
    Mono<String> record(Message message) {
        Media media = message.media();
        if (media == null) {
            return Mono.just("ignored");
        }
        MessageRef ref = MessageRef.of(message);
        UUID id = UUID.fromString(ref.mediaId());
        boolean past = message.origin() != null && message.origin().wire().matches("history|resync|import");
        return rows.told(ref, account(message), message.sentAt(), media)
                .flatMap(told -> switch (told) {
                    case KNOWN -> Mono.just("known");
                    case NEW -> recorded(id, past, false);
                    case CLAIMED -> recorded(id, past, true);
                })
                .as(transaction::transactional)
                .doOnNext(outcome -> jobs.announce());
    }

    private Mono<String> recorded(UUID id, boolean past, boolean anew) {
        return rows.find(id)
                .flatMap(row -> anew ? rows.reopened(id).then(jobs.renew(row, past, false)) : jobs.record(row, past))
                .thenReturn("recorded");
    }

    private static @Nullable String account(Message message) {
        return message.instances().isEmpty() ? null : message.instances().getFirst();
    }
}
