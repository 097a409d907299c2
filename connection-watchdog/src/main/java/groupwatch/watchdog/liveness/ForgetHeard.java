package groupwatch.watchdog.liveness;

import groupwatch.kit.database.Routine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets what no rhythm looks back at. */
@Component
class ForgetHeard {

    private static final Duration KEPT = Duration.ofDays(35);

    private final Routine routine;
    private final Heard heard;
    private final Clock clock;

    ForgetHeard(Routine routine, Heard heard, Clock clock) {
        this.routine = routine;
        this.heard = heard;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    Mono<Void> runOnSchedule() {
        return routine.run(
                "forget old rhythms",
                Mono.defer(() -> heard.forget(clock.instant().minus(KEPT))));
    }
}
