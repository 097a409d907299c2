package groupwatch.watchdog.watch;

import groupwatch.kit.evolution.ConnectAnswer;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.watchdog.link.CodesToLink;
import groupwatch.watchdog.link.LinkRecord;
import groupwatch.watchdog.link.Signal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a link back: takes up its session, or restarts its instance. */
@Component
class Revive {

    private final Course course;
    private final CodesToLink codes;
    private final LinkMetrics metrics;
    private final Clock clock;

    Revive(Course course, CodesToLink codes, LinkMetrics metrics, Clock clock) {
        this.course = course;
        this.codes = codes;
        this.metrics = metrics;
        this.clock = clock;
    }

    Mono<LinkRecord> connect(Watch watch, LinkRecord link) {
        return connect(watch, link, null).onErrorResume(EvolutionException.class, error -> failed(watch, link, error));
    }

    Mono<LinkRecord> restart(Watch watch, LinkRecord link) {
        return restartNow(watch, link).onErrorResume(EvolutionException.class, error -> failed(watch, link, error));
    }

    /** @param number for a code to be typed there */
    Mono<LinkRecord> connect(Watch watch, LinkRecord link, @Nullable String number) {
        return watch.call(api -> api.connect(watch.address(), number))
                .doOnSubscribe(begun -> metrics.revived("connect"))
                .flatMap(answer -> shown(watch, answer)
                        .then(course.follow(watch.account(), link, new Signal.ConnectAnswered(answer))));
    }

    /** One that is closed is connected instead. */
    Mono<LinkRecord> restartNow(Watch watch, LinkRecord link) {
        return watch.call(api -> api.restart(watch.address()).thenReturn(true))
                .doOnSubscribe(begun -> metrics.revived("restart"))
                .flatMap(done -> course.follow(watch.account(), link, new Signal.Restarted()))
                .onErrorResume(
                        error -> error instanceof EvolutionException refusal && refusal.kind() == Kind.NOT_CONNECTED,
                        closed -> connect(watch, link, null));
    }

    private Mono<Void> shown(Watch watch, ConnectAnswer answer) {
        return answer instanceof ConnectAnswer.Code code
                ? codes.shown(watch.account().id(), code.code(), code.pairingCode(), clock.instant())
                : Mono.empty();
    }

    private Mono<LinkRecord> failed(Watch watch, LinkRecord link, EvolutionException error) {
        return course.follow(watch.account(), link, Signal.Failed.of(error));
    }
}
