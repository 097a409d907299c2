package groupwatch.simulator.play;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One scenario, played on one instance: its past as history, its last day before the beginning as what came while the phone was offline,
 * and from then on each thing at its time. While the link is lost the story waits, and catches up afterwards; while the instance is
 * silent, things are remembered but nobody is told.
 */
final class Story {

    /** Told as events, not as history: with edits, revokes and votes as people made them. */
    private static final Duration RECENT = Duration.ofDays(1);
    /** WhatsApp keeps for an offline phone longer than this; a laptop that was closed for weeks need not hear it all. */
    private static final Duration BACKLOG = Duration.ofDays(3);
    /** What is older was forgotten anyway. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private final Instance instance;
    private final Scenario scenario;
    private final Instant begin;
    private final Told told;
    private final Delays delays;
    private final Clock clock;
    private final Narrator narrator;
    /** Pictures are encoded on the way. */
    private final Scheduler scheduler = Schedulers.boundedElastic();

    Story(Instance instance, Scenario scenario, Instant begin, Told told, Delays delays, Clock clock) {
        this.delays = delays;
        this.instance = instance;
        this.scenario = scenario;
        this.begin = begin;
        this.told = told;
        this.clock = clock;
        this.narrator = new Narrator(instance);
    }

    Flux<Parcel> parcels() {
        return Flux.defer(this::past)
                .subscribeOn(scheduler)
                .concatWith(Flux.defer(this::live).subscribeOn(scheduler));
    }

    private Flux<Parcel> past() {
        instance.groups().enter(scenario.rooms());
        var all = scenario.history(begin);
        var recent = begin.minus(RECENT);
        var retelling = new Retelling(instance, narrator);
        retelling.remember(all.stream()
                .filter(happening -> happening.at().isBefore(recent))
                .toList());
        retelling.meet(begin);
        var lately = Flux.fromIterable(all)
                .filter(happening -> !happening.at().isBefore(recent))
                .concatMap(this::inTime, 1);
        return told.past() ? lately : history(retelling).concatWith(lately);
    }

    /** Told once its last event was delivered. */
    private Flux<Parcel> history(Retelling retelling) {
        var open = new AtomicInteger(1);
        Runnable settled = () -> {
            if (open.decrementAndGet() == 0) {
                told.pastTold();
            }
        };
        return retelling
                .events()
                .map(event -> {
                    open.incrementAndGet();
                    return new Parcel(event, 1, settled);
                })
                .doOnComplete(settled);
    }

    private Flux<Parcel> live() {
        var remembered = clock.instant().minus(MEMORY);
        return Flux.fromStream(() -> scenario.live(begin))
                .skipWhile(happening -> happening.at().isBefore(remembered))
                .concatMap(this::inTime, 1);
    }

    private Publisher<Parcel> inTime(Happening happening) {
        var now = clock.instant();
        var at = happening.at();
        if (!at.isAfter(told.until()) || at.isBefore(now.minus(BACKLOG))) {
            return Mono.fromRunnable(() -> narrator.tell(happening)); // told in an earlier life, or never
        }
        var wait = at.isAfter(now) ? delays.of(Duration.between(now, at)) : Mono.<Void>empty();
        return wait.then(Mono.defer(() -> instance.link().hears()))
                .publishOn(scheduler)
                .thenMany(Flux.defer(() -> Flux.fromIterable(parcels(happening))));
    }

    private List<Parcel> parcels(Happening happening) {
        var events = narrator.tell(happening);
        var at = happening.at();
        return events.stream().map(event -> parcel(event, at)).toList();
    }

    private Parcel parcel(Event event, Instant at) {
        told.begin(at);
        return new Parcel(event, 1, () -> told.end(at));
    }
}
