package groupwatch.watchdog.account;

import groupwatch.kit.api.IdempotencyKey;
import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.link.LinkRows;
import groupwatch.watchdog.link.PastState;
import groupwatch.watchdog.order.Audit;
import groupwatch.watchdog.order.OrderKind;
import groupwatch.watchdog.order.Orders;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The accounts over HTTP. */
@RestController
class AccountController {

    private static final int MOST_STATES = 200;

    private final Accounts accounts;
    private final AddAccount add;
    private final ChangeAccount change;
    private final LinkRows links;
    private final Orders orders;
    private final Audit audit;

    AccountController(
            Accounts accounts, AddAccount add, ChangeAccount change, LinkRows links, Orders orders, Audit audit) {
        this.accounts = accounts;
        this.add = add;
        this.change = change;
        this.links = links;
        this.orders = orders;
        this.audit = audit;
    }

    /** {@code GET /accounts}, scope {@code suite:read}: all of them, by name; there are few. */
    @GetMapping("/accounts")
    Mono<Page<ShownAccount>> list(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.defer(() -> accounts.all().collectList()))
                .flatMapIterable(all -> all)
                .concatMap(this::shown)
                .collectList()
                .map(all -> new Page<>(all, null));
    }

    /** {@code GET /accounts/{id}}, scope {@code suite:read}. */
    @GetMapping("/accounts/{id}")
    Mono<ShownAccount> one(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(found(id)).flatMap(this::shown);
    }

    /** {@code GET /accounts/{id}/states}, scope {@code suite:read}: what became of its link, the newest first, at most 200. */
    @GetMapping("/accounts/{id}/states")
    Mono<Page<PastState>> states(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(found(id))
                .flatMap(account -> links.history(id, MOST_STATES).collectList())
                .map(states -> new Page<>(states, null));
    }

    /** {@code POST /accounts}, scope {@code suite:write}: 201 and the account; its instance is made, or adopted, soon after. */
    @PostMapping("/accounts")
    Mono<ResponseEntity<ShownAccount>> add(
            @RequestParam MultiValueMap<String, String> query,
            @RequestBody JsonNode body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        new Query(query, Set.of());
        String key = IdempotencyKey.read(keys);
        return WholeSuite.caller()
                .flatMap(caller -> Mono.fromCallable(() -> NewAccount.read(body))
                        .flatMap(wanted -> audit.note(caller, wanted.name(), "account-added")
                                .then(Mono.defer(() -> add.add(wanted, key))))
                        .flatMap(this::shown)
                        .map(shown -> ResponseEntity.created(
                                        URI.create("/accounts/" + UriUtils.encodePathSegment(shown.id(), "UTF-8")))
                                .body(shown)));
    }

    /**
     * {@code PUT /accounts/{id}} {@code {"server"?, "key"?, "number"?, "fullHistory"?}}, scope {@code suite:write}: where it is from now on, and
     * its key; as it is shown ({@code ********}) the key stays, with the same server only. What is absent is none.
     */
    @PutMapping("/accounts/{id}")
    Mono<ShownAccount> change(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .flatMap(caller -> found(id).flatMap(account -> {
                    NewAccount wanted = NewAccount.changed(id, body);
                    change.demandPossible(account, wanted);
                    return audit.note(caller, id, "account-changed")
                            .then(Mono.defer(() -> change.change(account, wanted)))
                            .flatMap(this::shown);
                }));
    }

    /**
     * {@code DELETE /accounts/{id}?instance=keep|delete}, scope {@code suite:write}: nobody watches it any more. Its messages stay. The instance
     * stays too ({@code keep}), or is logged out and deleted at Evolution ({@code delete}): 202 when that takes longer, it is done then.
     */
    @DeleteMapping("/accounts/{id}")
    Mono<ResponseEntity<Void>> remove(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        String instance = new Query(query, Set.of("instance")).text("instance");
        if (instance != null && !Set.of("keep", "delete").contains(instance)) {
            throw Query.bad("instance", "must be keep or delete");
        }
        boolean delete = "delete".equals(instance);
        return WholeSuite.caller()
                .flatMap(caller -> found(id)
                        .then(audit.note(caller, id, delete ? "account-and-instance-removed" : "account-removed"))
                        .then(
                                delete
                                        ? orders.place(id, OrderKind.DELETE, null)
                                                .map(OrderAnswers::status)
                                        : accounts.remove(id).thenReturn(HttpStatus.OK))
                        .map(status -> ResponseEntity.status(status == HttpStatus.OK ? HttpStatus.NO_CONTENT : status)
                                .build()));
    }

    /** {@code POST /accounts/{id}/restart}, scope {@code suite:write}. */
    @PostMapping("/accounts/{id}/restart")
    Mono<ResponseEntity<ShownAccount>> restart(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        return order(id, query, keys, OrderKind.RESTART, "restarted");
    }

    /** {@code POST /accounts/{id}/logout}, scope {@code suite:write}: ends the session; it must be linked again. */
    @PostMapping("/accounts/{id}/logout")
    Mono<ResponseEntity<ShownAccount>> logOut(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        return order(id, query, keys, OrderKind.LOG_OUT, "logged-out");
    }

    /** {@code POST /accounts/{id}/reconnect}, scope {@code suite:write}: takes up the session, or begins to show codes. */
    @PostMapping("/accounts/{id}/reconnect")
    Mono<ResponseEntity<ShownAccount>> reconnect(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        return order(id, query, keys, OrderKind.CONNECT, "reconnected");
    }

    /** {@code POST /accounts/{id}/check}, scope {@code suite:write}: looks at it now. */
    @PostMapping("/accounts/{id}/check")
    Mono<ResponseEntity<ShownAccount>> check(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        return order(id, query, keys, OrderKind.CHECK, "checked");
    }

    /** 200 when it was done, 202 when it will be, else what stands in its way. */
    private Mono<ResponseEntity<ShownAccount>> order(
            String id,
            MultiValueMap<String, String> query,
            @Nullable List<String> keys,
            OrderKind kind,
            String action) {
        new Query(query, Set.of());
        String key = IdempotencyKey.read(keys);
        return WholeSuite.caller()
                .flatMap(caller -> found(id)
                        .flatMap(account -> audit.note(caller, id, action)
                                .then(Mono.defer(() -> orders.place(id, kind, null, key)))
                                .map(OrderAnswers::status)
                                .flatMap(status -> shown(account)
                                        .map(shown ->
                                                ResponseEntity.status(status).body(shown)))));
    }

    private Mono<Account> found(String id) {
        return accounts.find(id)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such account.")));
    }

    private Mono<ShownAccount> shown(Account account) {
        return links.findOrNew(account.id(), account.createdAt()).map(link -> ShownAccount.of(account, link));
    }
}
