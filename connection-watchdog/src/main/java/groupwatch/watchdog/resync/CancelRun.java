package groupwatch.watchdog.resync;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends a run before its end. What it published already is looked for still. */
@Component
class CancelRun {

    private static final String SENTENCE = "It was cancelled.";

    private final Runs runs;
    private final Suspects suspects;
    private final TransactionalOperator transaction;
    private final ResyncMetrics metrics;

    CancelRun(Runs runs, Suspects suspects, TransactionalOperator transaction, ResyncMetrics metrics) {
        this.runs = runs;
        this.suspects = suspects;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** Nothing when it has ended. */
    Mono<Void> cancel(String account, UUID id) {
        Mono<Boolean> ended = runs.end(id, RunState.CANCELLED, SENTENCE)
                .flatMap(now -> suspects.looksAgain(id, RunChat.ALL).thenReturn(now));
        return runs.find(account, id)
                .flatMap(run -> transaction
                        .transactional(ended)
                        .filter(now -> now)
                        .doOnNext(now -> metrics.ended(run, RunState.CANCELLED)))
                .then();
    }
}
