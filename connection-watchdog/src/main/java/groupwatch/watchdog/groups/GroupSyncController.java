package groupwatch.watchdog.groups;

import groupwatch.kit.api.Fields;
import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.account.Accounts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Fetching groups over HTTP. */
@RestController
class GroupSyncController {

    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final AskForGroups ask;

    GroupSyncController(Accounts accounts, AskForGroups ask) {
        this.accounts = accounts;
        this.ask = ask;
    }

    /** {@code GET /groups/sync}, scope {@code suite:read}: how far it is, of all accounts. */
    @GetMapping("/groups/sync")
    Mono<Page<ShownSync>> state(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(Mono.defer(ask::shown)).map(items -> new Page<>(items, null));
    }

    /**
     * {@code POST /groups/sync}, scope {@code suite:write}, body none or {@code {"account": "…"}}: fetches all groups of all accounts, or of
     * one, now. Answers when that is done or has failed, after 20 seconds in any case; what is {@code waiting} then is done later.
     */
    @PostMapping("/groups/sync")
    Mono<Page<ShownSync>> sync(
            @RequestParam MultiValueMap<String, String> query, @RequestBody(required = false) @Nullable JsonNode body) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.defer(() -> wanted(body)))
                .flatMap(ask::ask)
                .map(items -> new Page<>(items, null));
    }

    private Mono<List<String>> wanted(@Nullable JsonNode body) {
        String account = body == null ? null : new Fields(body, "", Set.of("account")).text("account", LONGEST_NAME);
        return account == null
                ? accounts.all().map(Account::id).collectList()
                : accounts.find(account)
                        .map(found -> List.of(found.id()))
                        .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such account.")));
    }
}
