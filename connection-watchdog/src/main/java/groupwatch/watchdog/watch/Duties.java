package groupwatch.watchdog.watch;

import groupwatch.events.link.LinkStatus;
import groupwatch.watchdog.link.LinkRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does a portion of each duty that is due, while the link is open; also while it is degraded: what Evolution has and does not tell can be
 * fetched all the same.
 */
@Component
class Duties {

    private static final Logger log = LoggerFactory.getLogger(Duties.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(30);

    private final List<Duty> all;
    private final Clock clock;

    Duties(List<Duty> all, Clock clock) {
        this.all = all;
        this.clock = clock;
    }

    /** Emits when there is something to do next. */
    Mono<Instant> of(Watch watch, Hold hold, LinkRecord link) {
        if (link.status() != LinkStatus.OPEN && link.status() != LinkStatus.DEGRADED) {
            return Mono.just(Instant.MAX);
        }
        return Flux.fromIterable(all)
                .filter(duty -> hold.isDutyDue(duty.name(), clock.instant()))
                .concatMap(duty -> step(duty, watch, hold))
                .then(Mono.fromSupplier(
                        () -> hold.nextDuty(all.stream().map(Duty::name).toList())));
    }

    private Mono<Boolean> step(Duty duty, Watch watch, Hold hold) {
        return duty.step(watch)
                .defaultIfEmpty(false)
                .doOnNext(more -> hold.pauseDuty(duty.name(), clock.instant().plus(more ? Duration.ZERO : PAUSE)))
                .onErrorResume(error -> {
                    hold.pauseDuty(duty.name(), clock.instant().plus(AFTER_AN_ERROR));
                    log.atWarn()
                            .addKeyValue("account", watch.account().id())
                            .addKeyValue("duty", duty.name())
                            .log("A duty could not go on: {}", error.toString());
                    return Mono.just(false);
                });
    }
}
