package groupwatch.watchdog.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Attends to the accounts that this replica watches, each when something is due for it or has happened to it. */
@Component
class Watching implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(10);
    private static final Duration LOOKING = Duration.ofSeconds(10);

    /** Longer than a call takes. */
    private static final Duration LEAVING = Duration.ofSeconds(15);

    /** Many portions with their calls; longer means that something hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int AT_ONCE = 32;

    private static final Retry ALWAYS = Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(5))
            .doBeforeRetry(again -> log.error("Watching broke off and goes on", again.failure()));

    private final Keeper keeper;
    private final Round round;
    private final Bells bells;
    private final LinkMetrics metrics;
    private final Clock clock;
    private final Disposable.Composite running = Disposables.composite();
    private volatile boolean started;
    private volatile boolean leaving;

    Watching(Keeper keeper, Round round, Bells bells, LinkMetrics metrics, Clock clock) {
        this.keeper = keeper;
        this.round = round;
        this.bells = bells;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void start() {
        started = true;
        leaving = false;
        running.add(keeper.keep().retryWhen(ALWAYS).subscribe());
        running.add(Flux.interval(TICK)
                .onBackpressureDrop()
                .concatMap(tick -> listen(), 1)
                .concatMapIterable(tick -> due(), 1)
                .flatMap(this::attend, AT_ONCE, 1)
                .retryWhen(ALWAYS)
                .subscribe());
    }

    private Mono<Boolean> listen() {
        Set<String> held =
                keeper.holds().stream().map(hold -> hold.account().id()).collect(Collectors.toSet());
        metrics.only(held);
        return bells.rung(held)
                .timeout(LOOKING)
                .doOnNext(keeper::ring)
                .onErrorResume(error -> {
                    log.warn("What happened to the links could not be read: {}", error.getMessage());
                    return Flux.empty();
                })
                .then(Mono.just(true));
    }

    private List<Hold> due() {
        Instant now = clock.instant();
        return leaving
                ? List.of()
                : keeper.holds().stream()
                        .filter(hold -> hold.isOpen() && hold.take(now))
                        .toList();
    }

    private Mono<Void> attend(Hold hold) {
        return round.of(hold)
                .timeout(LONGEST)
                .doOnNext(next -> metrics.show(hold.account().id(), next.status()))
                .doOnNext(next -> hold.attendAt(next.at()))
                .then()
                .takeUntilOther(hold.lost())
                .onErrorResume(error -> {
                    hold.pauseUntil(clock.instant().plus(AFTER_AN_ERROR));
                    // an account that was removed, or that another replica took over, is nothing to warn of
                    log.atLevel(error instanceof Course.OvertakenException ? Level.DEBUG : Level.WARN)
                            .addKeyValue("account", hold.account().id())
                            .log("An account could not be attended to: {}", error.toString());
                    return Mono.empty();
                })
                .doFinally(ended -> hold.rest());
    }

    @Override
    public void stop(Runnable done) {
        leaving = true;
        started = false;
        keeper.leave()
                .timeout(LEAVING)
                .onErrorComplete()
                .doFinally(left -> {
                    running.dispose();
                    done.run();
                })
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
