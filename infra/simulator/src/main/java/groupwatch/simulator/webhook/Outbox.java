package groupwatch.simulator.webhook;

import groupwatch.simulator.wire.Event;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The events of one instance on their way out. They leave in order but nobody waits for anybody's delivery, so that retries and fresh
 * events overtake each other, except for {@link Event#awaited()}: while such a one is tried, the instance tells nothing else.
 * When too many are pending, the sources wait.
 */
public final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int SOURCES = 256;
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Sinks.Many<Flux<Parcel>> sources = Sinks.many().unicast().onBackpressureBuffer();
    private final Tally tally = new Tally();
    private final Addressee addressee;
    private final DeliverWebhook deliver;
    private final int pending;

    Outbox(Addressee addressee, DeliverWebhook deliver, int pending) {
        this.addressee = addressee;
        this.deliver = deliver;
        this.pending = pending;
    }

    private record Pending(Parcel parcel, Sinks.Empty<Void> done) {}

    /**
     * Hands over a source of events; they are taken as there is room.
     *
     * @return completes when the last one is on its way (not: delivered); cancelling it ends the source
     */
    public Mono<Void> send(Flux<Parcel> parcels) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> taken = Sinks.empty();
            Sinks.Empty<Void> cancelled = Sinks.empty();
            var source = parcels.takeUntilOther(cancelled.asMono())
                    .doOnComplete(taken::tryEmitEmpty)
                    .onErrorResume(error -> {
                        taken.tryEmitError(error);
                        return Flux.empty();
                    });
            sources.emitNext(source, Sinks.EmitFailureHandler.busyLooping(BUSY));
            return taken.asMono().doOnCancel(cancelled::tryEmitEmpty);
        });
    }

    public Mono<Void> send(Event... events) {
        return send(Flux.fromArray(events).map(Parcel::of));
    }

    public Tally.Count count() {
        return tally.count();
    }

    /** Runs for as long as the instance lives. */
    Flux<Void> run() {
        return sources.asFlux()
                .flatMap(source -> source, SOURCES, 1)
                .concatMap(this::inTurn, 1)
                .flatMap(this::deliver, pending, 1)
                .doOnError(error -> log.error("an outbox ended", error));
    }

    void close() {
        sources.tryEmitComplete();
    }

    private Publisher<Pending> inTurn(Parcel parcel) {
        var pending = new Pending(parcel, Sinks.empty());
        var released = Mono.just(pending);
        return parcel.event().awaited()
                ? Flux.concat(released, pending.done().asMono().then(Mono.empty()))
                : released;
    }

    private Mono<Void> deliver(Pending pending) {
        return Flux.defer(() -> Flux.fromIterable(
                                addressee.letters(pending.parcel().event()))
                        .repeat(pending.parcel().copies() - 1L))
                .concatMap(letter -> deliver.deliver(letter, tally), 1)
                .onErrorResume(error -> {
                    log.error("an event could not be told", error);
                    return Flux.empty();
                })
                .then()
                .doFinally(ended -> {
                    pending.parcel().settled().run();
                    pending.done().tryEmitEmpty();
                });
    }
}
