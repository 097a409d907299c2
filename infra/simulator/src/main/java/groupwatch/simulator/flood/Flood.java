package groupwatch.simulator.flood;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/** A flood, made as it is taken: nothing of it is held but what is being mixed up. */
public final class Flood {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final int TICKS_PER_SECOND = 50;

    private final Instance instance;
    private final FloodOptions options;
    private final Delays delays;
    private final Clock clock;
    private final Scheduler scheduler = Schedulers.boundedElastic();

    public Flood(Instance instance, FloodOptions options, Delays delays, Clock clock) {
        this.clock = clock;
        this.delays = delays;
        this.instance = instance;
        this.options = options;
    }

    public Flux<Parcel> parcels() {
        return Flux.defer(() -> {
                    var talk = new FloodTalk(options, new Teller(instance), clock);
                    return inTime(Flux.range(0, options.messages()).concatMap(number -> heard(talk), 1));
                })
                .subscribeOn(scheduler);
    }

    /** While the line is down nobody says anything: the flood goes on when it is back. */
    private Flux<Parcel> heard(FloodTalk talk) {
        var link = instance.link();
        var parcels = Flux.defer(() -> Flux.fromIterable(parcels(talk)));
        return link.isOpen() ? parcels : link.hears().publishOn(scheduler).thenMany(parcels);
    }

    private List<Parcel> parcels(FloodTalk talk) {
        var parcels = new ArrayList<Parcel>();
        for (var event : talk.next()) {
            var twice = event.name().equals("messages.upsert") && talk.coin(options.duplicates());
            var sameRequest = twice && talk.coin(0.5);
            parcels.add(new Parcel(event, sameRequest ? 2 : 1, () -> {}));
            if (twice && !sameRequest) {
                parcels.add(toldAgain(event));
            }
        }
        return parcels;
    }

    /** Evolution got it again and has a second row of it. */
    private Parcel toldAgain(Event event) {
        var data = ((ObjectNode) event.data()).deepCopy();
        ((ObjectNode) data.path("message")).remove("base64");
        var before = instance.messages().find(data.path("key").path("id").asString(""));
        instance.messages().keep(data, before.map(KeptMessage::file).orElse(null));
        return Parcel.of(event);
    }

    private Flux<Parcel> inTime(Flux<Parcel> parcels) {
        var random = new Random(options.seed() + 1);
        var mixed = options.shuffle() < 2
                ? parcels
                : parcels.buffer(options.shuffle()).concatMapIterable(window -> shuffled(window, random), 1);
        if (options.rate() == 0) {
            return mixed;
        }
        var portion = Math.max(1, (int) (options.rate() / TICKS_PER_SECOND));
        var pause = options.rate() < TICKS_PER_SECOND ? Duration.ofMillis((long) (1000 / options.rate())) : TICK;
        return mixed.buffer(portion)
                .concatMap(some -> delays.of(pause, scheduler).thenMany(Flux.fromIterable(some)), 1);
    }

    private static List<Parcel> shuffled(List<Parcel> window, Random random) {
        var mixed = new ArrayList<>(window);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
