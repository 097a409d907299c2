package groupwatch.report.alert;

import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.report.alert.Heard.Change;
import groupwatch.report.alert.Heard.Gone;
import groupwatch.report.alert.Heard.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A batch of the links topic becomes rows. The same again changes nothing. */
@Component
class LinksHandler implements BatchHandler {

    private final OutageRows outages;
    private final Migration migration;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LinksHandler(OutageRows outages, Migration migration, TransactionalOperator transaction, Clock clock) {
        this.outages = outages;
        this.migration = migration;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        return migration
                .done()
                .then(Mono.fromCallable(() -> Heard.of(records)).subscribeOn(Schedulers.parallel()))
                .flatMap(heard -> Flux.fromIterable(heard.changes())
                        .concatMap(this::write)
                        .then(Mono.fromSupplier(heard::result)))
                .checkpoint("write down what links say");
    }

    private Mono<Void> write(Change change) {
        return switch (change) {
            case Gone gone -> outages.remove(gone.account()).as(transaction::transactional);
            case State state -> write(state).as(transaction::transactional);
        };
    }

    private Mono<Void> write(State state) {
        String account = state.account();
        Instant now = clock.instant();
        var told = state.state().link().outage();
        return outages.lock(account)
                .flatMap(revision -> outages.lasting(account, told == null ? "" : told.id())
                        .collectList()
                        .flatMapIterable(known -> Hearing.changed(revision, known, state, now))
                        .concatMap(outages::write)
                        .then(outages.heard(account, state.state().revision())));
    }
}
