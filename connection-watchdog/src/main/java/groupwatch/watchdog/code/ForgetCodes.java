package groupwatch.watchdog.code;

import groupwatch.kit.database.Routine;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps no code longer than it is good for. */
@Component
class ForgetCodes {

    private final Routine routine;
    private final Codes codes;

    ForgetCodes(Routine routine, Codes codes) {
        this.routine = routine;
        this.codes = codes;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> runOnSchedule() {
        return routine.run("forget old codes", Mono.defer(codes::forget));
    }
}
