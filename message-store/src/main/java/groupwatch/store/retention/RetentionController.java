package groupwatch.store.retention;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Retention over HTTP: what it would do, and doing it now. */
@RestController
class RetentionController {

    /** Within what the edge waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Later than any run has finished. */
    private static final Instant FOR_SURE = Instant.parse("9999-12-31T00:00:00Z");

    private final DryRun dryRun;
    private final ApplyRetention retention;

    RetentionController(DryRun dryRun, ApplyRetention retention) {
        this.dryRun = dryRun;
        this.retention = retention;
    }

    /** {@code GET /retention}, scope {@code suite:read}: the limits, and what a run would delete now. */
    @GetMapping("/retention")
    Mono<RetentionReport> retention(@RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        return CurrentCaller.get().flatMap(dryRun::report);
    }

    /**
     * {@code POST /cron/apply-retention}, scope {@code suite:write} of a caller who may see every chat: deletes now what is
     * past its limit and answers what was done. After 20 seconds no other batch is begun; without {@code finishedAt}
     * something is left, for the next call or the schedule's next hour. 409 while a run is at work.
     */
    @PostMapping("/cron/apply-retention")
    Mono<RetentionRun> apply(@RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        return CurrentCaller.get()
                .doOnNext(RetentionController::requireAll)
                .flatMap(caller -> retention.run(FOR_SURE, PATIENCE))
                .switchIfEmpty(Mono.error(RetentionController::alreadyRunning));
    }

    private static void requireAll(Caller caller) {
        if (caller.groups() != null) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "A caller limited to groups cannot delete what others may see.");
        }
    }

    private static ProblemException alreadyRunning() {
        return new ProblemException(HttpStatus.CONFLICT, "already-running", "Retention is being applied right now.");
    }
}
