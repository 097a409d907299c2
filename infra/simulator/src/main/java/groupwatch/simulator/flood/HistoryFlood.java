package groupwatch.simulator.flood;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.HistoryJson;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a phone tells when it has just been paired, and a great deal of it: chunks, each announced by a notification. A few of them are
 * under way at a time; the next is made when one was taken.
 */
public final class HistoryFlood {

    private static final int UNDER_WAY = 4;

    private final Instance instance;
    private final HistoryOptions options;
    private final Clock clock;
    private final Scheduler scheduler = Schedulers.boundedElastic();

    public HistoryFlood(Instance instance, HistoryOptions options, Clock clock) {
        this.clock = clock;
        this.instance = instance;
        this.options = options;
    }

    public Flux<Parcel> parcels() {
        return Flux.defer(() -> {
                    var talk = new FloodTalk(options.talk(), new Teller(instance), clock);
                    var underWay = new ArrayDeque<Mono<Void>>();
                    return Flux.range(1, options.chunks())
                            .concatMap(order -> room(underWay).thenMany(chunk(order, talk, underWay)), 1);
                })
                .subscribeOn(scheduler);
    }

    private Mono<Void> room(Deque<Mono<Void>> underWay) {
        return Mono.defer(() -> underWay.size() < UNDER_WAY
                ? Mono.empty()
                : underWay.removeFirst().publishOn(scheduler));
    }

    private Flux<Parcel> chunk(int order, FloodTalk talk, Deque<Mono<Void>> underWay) {
        return Flux.defer(() -> {
            var told = Math.min(options.chunk(), options.talk().messages() - (order - 1) * options.chunk());
            var progress = (int) (100L * order / options.chunks());
            var messages = talk.past(told, options.stored());
            Sinks.Empty<Void> taken = Sinks.empty();
            underWay.addLast(taken.asMono());
            Event announced = HistoryJson.notification(instance.name(), order, progress, messages.size());
            Event chunk = HistoryJson.messages(messages, order == 1, progress);
            return Flux.just(Parcel.of(announced), new Parcel(chunk, 1, taken::tryEmitEmpty));
        });
    }
}
