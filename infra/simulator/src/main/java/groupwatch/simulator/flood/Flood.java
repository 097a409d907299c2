package groupwatch.simulator.flood;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/** A flood, made as it is taken: nothing of it is held but what is being mixed up. */
public final class Flood {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final int TICKS_PER_SECOND = 50;

    private final Instance instance;
    private final FloodOptions options;

    public Flood(Instance instance, FloodOptions options) {
        this.instance = instance;
        this.options = options;
    }

    public Flux<Parcel> parcels() {
        return Flux.defer(() -> {
                    var talk = new FloodTalk(options, new Teller(instance));
                    return inTime(Flux.range(0, options.messages()).concatMapIterable(number -> parcels(talk), 1));
                })
                .subscribeOn(Schedulers.boundedElastic());
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
        instance.messages().keep(data, null);
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
        var portion = Math.max(1, options.rate() / TICKS_PER_SECOND);
        var pause = options.rate() < TICKS_PER_SECOND ? Duration.ofMillis(1000 / options.rate()) : TICK;
        return mixed.buffer(portion)
                .concatMap(
                        some -> Mono.delay(pause, Schedulers.boundedElastic()).thenMany(Flux.fromIterable(some)), 1);
    }

    private static List<Parcel> shuffled(List<Parcel> window, Random random) {
        var mixed = new ArrayList<>(window);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
