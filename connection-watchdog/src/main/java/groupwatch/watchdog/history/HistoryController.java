package groupwatch.watchdog.history;

import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.account.Accounts;
import java.time.Clock;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The past of an account, scope {@code suite:read}. */
@RestController
class HistoryController {

    private final Accounts accounts;
    private final Chunks chunks;
    private final Clock clock;

    HistoryController(Accounts accounts, Chunks chunks, Clock clock) {
        this.accounts = accounts;
        this.chunks = chunks;
        this.clock = clock;
    }

    /** {@code GET /accounts/{id}/history}: how much of the past WhatsApp has given, and whether it is all. */
    @GetMapping("/accounts/{id}/history")
    Mono<HistoryAnswer> history(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.defer(() -> accounts.find(id)))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no account of this name.")))
                .flatMap(account -> chunks.floodOf(account.id()))
                .map(flood -> HistoryAnswer.of(flood, clock.instant()));
    }
}
