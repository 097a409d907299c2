package groupwatch.watchdog.resync;

import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.account.Accounts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Comparisons over HTTP: asked for, watched, cancelled. For callers who may see the whole suite. */
@RestController
class ResyncController {

    private final Accounts accounts;
    private final PlannedRuns planned;
    private final ShownRuns shown;
    private final CancelRun cancelRun;
    private final CaptureSettings capture;
    private final Clock clock;

    ResyncController(
            Accounts accounts,
            PlannedRuns planned,
            ShownRuns shown,
            CancelRun cancelRun,
            CaptureSettings capture,
            Clock clock) {
        this.accounts = accounts;
        this.planned = planned;
        this.shown = shown;
        this.cancelRun = cancelRun;
        this.capture = capture;
        this.clock = clock;
    }

    /**
     * {@code POST /accounts/{id}/resync?group=&since=}: compares a chat, or all, from a time or day on, which is at most 400 days ago and,
     * when it is not given, as long ago as usual. The run goes on by itself. The same {@code Idempotency-Key} is the same run.
     */
    @PostMapping("/accounts/{id}/resync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ShownRun> ask(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = WantedResync.KEY, required = false) @Nullable List<String> keys) {
        WantedResync wanted = WantedResync.read(query, keys, capture, clock.instant());
        return account(id)
                .flatMap(account -> planned.byHand(account.id(), wanted.chat(), wanted.since(), wanted.key()))
                .flatMap(run -> shown.find(id, run));
    }

    /** {@code GET /accounts/{id}/resync?limit=&cursor=}: its runs, the newest first. */
    @GetMapping("/accounts/{id}/resync")
    Mono<Page<ShownRun>> list(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("limit", "cursor"));
        int limit = query.limit();
        RunCursor before = RunCursor.of(query.text("cursor"));
        return account(id)
                .flatMap(account -> shown.list(id, before, limit + 1).collectList())
                .map(found -> Page.of(found, limit, RunCursor::after));
    }

    /** {@code GET /accounts/{id}/resync/{run}}: how far it is. */
    @GetMapping("/accounts/{id}/resync/{run}")
    Mono<ShownRun> run(
            @PathVariable String id, @PathVariable String run, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return account(id).flatMap(account -> found(id, run));
    }

    /**
     * {@code DELETE /accounts/{id}/resync/{run}}: what was published stays published, one that has ended stays as it is. Answers the run as it
     * is then.
     */
    @DeleteMapping("/accounts/{id}/resync/{run}")
    Mono<ShownRun> cancel(
            @PathVariable String id, @PathVariable String run, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return account(id)
                .flatMap(account -> found(id, run))
                .flatMap(known -> cancelRun.cancel(id, known.id()).then(found(id, run)));
    }

    /** {@code GET /accounts/{id}/resync/chats?limit=&cursor=}: how each chat stands. */
    @GetMapping("/accounts/{id}/resync/chats")
    Mono<Page<ShownChat>> chats(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("limit", "cursor"));
        int limit = query.limit();
        String after = Objects.requireNonNullElse(query.text("cursor"), "");
        return account(id)
                .flatMap(account -> shown.chats(id, after, limit + 1).collectList())
                .map(found -> Page.of(found, limit, ShownChat::chat));
    }

    private Mono<Account> account(String id) {
        return WholeSuite.caller()
                .flatMap(caller -> id.indexOf('\0') >= 0 ? Mono.empty() : accounts.find(id))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such account.")));
    }

    private Mono<ShownRun> found(String account, String run) {
        return Mono.justOrEmpty(id(run))
                .flatMap(id -> shown.find(account, id))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such run.")));
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
