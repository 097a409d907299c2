package groupwatch.media.fetch;

import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files are asked for again: what is stored stays, what runs goes on, what waits is tried at once. */
@Component
public class Refetch {

    private static final int PORTION = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final MediaRows rows;
    private final FetchJobs jobs;
    private final TransactionalOperator transaction;

    Refetch(MediaRows rows, FetchJobs jobs, TransactionalOperator transaction) {
        this.rows = rows;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** Emits how many files are asked for again. */
    public Mono<Long> message(String id, @Nullable String chat) {
        return renewed(rows.ofMessage(id, chat), true);
    }

    /** Those of a chat that failed, expired or wait. */
    public Mono<Long> chat(String jid) {
        return portions(jid, true);
    }

    /** All that failed or expired. */
    public Mono<Long> failed() {
        return portions(null, false);
    }

    private Mono<Long> portions(@Nullable String chat, boolean pendingToo) {
        return portion(chat, pendingToo, FIRST)
                .expand(done -> done.size() < PORTION
                        ? Mono.empty()
                        : portion(chat, pendingToo, done.getLast().id()))
                .concatMap(portion -> renewed(Flux.fromIterable(portion), false))
                .reduce(0L, Long::sum);
    }

    private Mono<List<MediaRow>> portion(@Nullable String chat, boolean pendingToo, UUID after) {
        return rows.missing(chat, pendingToo, after, PORTION).collectList();
    }

    private Mono<Long> renewed(Flux<MediaRow> asked, boolean anyway) {
        return asked.concatMap(row -> rows.reopened(row.id())
                        .flatMap(open -> jobs.renew(open, false, anyway).filter(Boolean::booleanValue))
                        .as(transaction::transactional))
                .count()
                .doOnNext(count -> jobs.announce());
    }
}
