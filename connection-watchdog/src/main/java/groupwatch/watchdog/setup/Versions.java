package groupwatch.watchdog.setup;

import groupwatch.watchdog.watch.Watch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The version of each Evolution server, asked for once an hour: it is the slowest of its answers, and not to have it is no failure. */
@Component
class Versions {

    private static final Logger log = LoggerFactory.getLogger(Versions.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<URI, Answer> servers = new ConcurrentHashMap<>();
    private final Clock clock;

    Versions(Clock clock) {
        this.clock = clock;
    }

    /** @param version absent: it did not say yet */
    private record Answer(Instant askedAt, @Nullable String version) {}

    /** Empty where it was not to be learnt. */
    Mono<Optional<String>> of(Watch watch) {
        return Mono.defer(() -> {
            URI server = watch.address().server();
            return isOurTurn(server) ? asked(watch, server) : Mono.just(known(server));
        });
    }

    /** Of accounts that are looked at at the same time, one asks. */
    private boolean isOurTurn(URI server) {
        Instant now = clock.instant();
        AtomicBoolean ours = new AtomicBoolean();
        servers.compute(server, (place, last) -> {
            boolean due = last == null || !last.askedAt().plus(EVERY).isAfter(now);
            ours.set(due);
            return due ? new Answer(now, last == null ? null : last.version()) : last;
        });
        return ours.get();
    }

    private Mono<Optional<String>> asked(Watch watch, URI server) {
        return watch.call(api -> api.version(server).timeout(PATIENCE))
                .doOnNext(version -> servers.put(server, new Answer(clock.instant(), version)))
                .map(Optional::of)
                .onErrorResume(error -> {
                    log.atInfo()
                            .addKeyValue("server", server)
                            .addKeyValue("error", error.getClass().getSimpleName())
                            .log("Evolution does not say its version");
                    return Mono.just(known(server));
                });
    }

    private Optional<String> known(URI server) {
        Answer answer = servers.get(server);
        return Optional.ofNullable(answer == null ? null : answer.version());
    }
}
