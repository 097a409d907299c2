package groupwatch.watchdog.announce;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.link.LinkState;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.watchdog.link.LinkRows;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells {@code groupwatch.links.v1} what the rows say and the topic does not know yet. Two replicas may tell the same state, under the same
 * event id; a state that another followed before it was told is not told, nor one of an account that was removed.
 */
@Component
class TellLinks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TellLinks.class);
    private static final String SOURCE = "/connection-watchdog";
    private static final Duration EVERY = Duration.ofMillis(500);

    private final LinkRows rows;
    private final RemovedAccounts removed;
    private final RecordPublisher publisher;
    private final Migration migration;
    private final Disposable.Swap running = Disposables.swap();
    private volatile boolean started;

    TellLinks(LinkRows rows, RemovedAccounts removed, RecordPublisher publisher, Migration migration) {
        this.rows = rows;
        this.removed = removed;
        this.publisher = publisher;
        this.migration = migration;
    }

    @Override
    public void start() {
        started = true;
        running.update(migration
                .done()
                .thenMany(Flux.interval(EVERY).onBackpressureDrop())
                .concatMap(tick -> tell().timeout(Duration.ofSeconds(30)).onErrorResume(TellLinks::later), 1)
                .subscribe());
    }

    private static Mono<Void> later(Throwable error) {
        log.warn("States of links could not be told yet: {}", error.getMessage());
        return Mono.delay(Duration.ofSeconds(5)).then();
    }

    private Mono<Void> tell() {
        return removed.all()
                .collectList()
                .flatMapIterable(accounts -> accounts)
                .concatMap(this::forget)
                .then(Mono.defer(this::tellStates));
    }

    /** The account is gone: the topic forgets it, before it hears of a new one of that name. */
    private Mono<Void> forget(RemovedAccounts.Removed account) {
        return publisher
                .publish(OutgoingRecord.tombstone(Topics.LINKS, account.id()))
                .then(removed.told(account));
    }

    private Mono<Void> tellStates() {
        return rows.untold()
                .collectList()
                .flatMapIterable(states -> states)
                .concatMap(
                        state -> rows.isUntold(state).filter(untold -> untold).flatMap(untold -> tell(state)))
                .then();
    }

    private Mono<Void> tell(LinkState state) {
        String account = state.link().account();
        return publisher
                .publish(new OutgoingRecord(
                        Topics.LINKS, account, EventCodec.write(state), CloudEvents.headers(state, SOURCE, account)))
                .then(rows.told(state));
    }

    @Override
    public void stop() {
        started = false;
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
