package groupwatch.watchdog.watch;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.watchdog.account.Addresses;
import groupwatch.watchdog.link.LinkRecord;
import groupwatch.watchdog.link.Plan;
import groupwatch.watchdog.link.Signal;
import groupwatch.watchdog.link.Signals;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One time that an account is attended to: what was told, what was ordered, what is due. One thing after the other, so that no two calls overlap. */
@Component
class Round {

    private final EvolutionApi api;
    private final Addresses addresses;
    private final Signals signals;
    private final Course course;
    private final Look look;
    private final Revive revive;
    private final CarryOut carryOut;
    private final Duties duties;
    private final WatchSettings settings;
    private final Clock clock;

    Round(
            EvolutionApi api,
            Addresses addresses,
            Signals signals,
            Course course,
            Look look,
            Revive revive,
            CarryOut carryOut,
            Duties duties,
            WatchSettings settings,
            Clock clock) {
        this.api = api;
        this.addresses = addresses;
        this.signals = signals;
        this.course = course;
        this.look = look;
        this.revive = revive;
        this.carryOut = carryOut;
        this.duties = duties;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param at when the account is due again
     */
    record Attended(LinkStatus status, Instant at) {}

    Mono<Attended> of(Hold hold) {
        return course.of(hold.account())
                .flatMap(link -> told(link, hold))
                .flatMap(link -> addresses
                        .of(hold.account())
                        .flatMap(address -> act(new HeldWatch(hold, address, api, settings.call()), hold, link))
                        .onErrorResume(
                                EvolutionException.class,
                                error -> carryOut.refuse(hold.account(), error)
                                        .then(course.follow(hold.account(), link, Signal.Failed.of(error)))
                                        .map(next -> new Attended(next.status(), Plan.next(next)))));
    }

    private Mono<LinkRecord> told(LinkRecord link, Hold hold) {
        return signals.of(hold.account().id())
                .collectList()
                .flatMap(waiting -> waiting.isEmpty()
                        ? Mono.just(link)
                        : course.followTold(hold.account(), link, waiting)
                                .flatMap(next -> signals.taken(waiting).thenReturn(next)));
    }

    private Mono<Attended> act(Watch watch, Hold hold, LinkRecord link) {
        return carryOut.orders(watch, link)
                .flatMap(next -> switch (Plan.of(next, clock.instant())) {
                    case WAIT -> Mono.just(next);
                    case LOOK -> look.at(watch, next);
                    case CONNECT -> revive.connect(watch, next);
                    case RESTART -> revive.restart(watch, next);
                })
                .flatMap(next -> duties.of(watch, hold, next)
                        .map(duty -> new Attended(next.status(), earlier(duty, Plan.next(next)))));
    }

    private static Instant earlier(Instant time, Instant other) {
        return time.isBefore(other) ? time : other;
    }
}
