package groupwatch.watchdog.account;

import groupwatch.kit.api.Fields;
import groupwatch.kit.api.IdempotencyKey;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.security.Caller;
import groupwatch.watchdog.link.LinkRows;
import groupwatch.watchdog.order.Audit;
import groupwatch.watchdog.order.OrderKind;
import groupwatch.watchdog.order.Orders;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The older name of adding an account and linking it, in one. */
@RestController
class ConnectionController {

    private static final Set<String> KNOWN = Set.of("name", "number");
    private static final int LONGEST = 500;

    /** What a system of one account calls it, unless somebody says otherwise. */
    private static final String USUAL_NAME = "groupwatch";

    private final Accounts accounts;
    private final AddAccount add;
    private final Orders orders;
    private final LinkRows links;
    private final Audit audit;

    ConnectionController(Accounts accounts, AddAccount add, Orders orders, LinkRows links, Audit audit) {
        this.accounts = accounts;
        this.add = add;
        this.orders = orders;
        this.links = links;
        this.audit = audit;
    }

    /**
     * {@code POST /connection/create} {@code {"name"?, "number"?}}, scope {@code suite:write}: the account of that name (the only one, else
     * {@code groupwatch}) is added unless it is there, and connects; 200 with the account, 202 when that takes longer. Codes are at
     * {@code GET /connection/qrcode}.
     */
    @PostMapping("/connection/create")
    Mono<ResponseEntity<ShownAccount>> create(
            @RequestParam MultiValueMap<String, String> query,
            @RequestBody JsonNode body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        new Query(query, Set.of());
        Fields fields = new Fields(body, "", KNOWN);
        String name = fields.text("name", LONGEST);
        String number = NewAccount.number(fields.text("number", LONGEST));
        String key = IdempotencyKey.read(keys);
        return WholeSuite.caller()
                .flatMap(caller -> account(caller, name).flatMap(account -> connected(caller, account, number, key)));
    }

    private Mono<Account> account(Caller caller, @Nullable String name) {
        return name == null
                ? accounts.all()
                        .collectList()
                        .flatMap(all -> all.size() == 1 ? Mono.just(all.getFirst()) : found(caller, USUAL_NAME))
                : found(caller, name);
    }

    private Mono<Account> found(Caller caller, String name) {
        return accounts.find(name).switchIfEmpty(Mono.defer(() -> {
            NewAccount wanted = NewAccount.named(name);
            return audit.note(caller, name, "account-added").then(Mono.defer(() -> add.add(wanted)));
        }));
    }

    private Mono<ResponseEntity<ShownAccount>> connected(
            Caller caller, Account account, @Nullable String number, @Nullable String key) {
        return audit.note(caller, account.id(), "connected")
                .then(Mono.defer(() -> orders.place(account.id(), OrderKind.CONNECT, number, key)))
                .map(OrderAnswers::status)
                .flatMap(status -> links.findOrNew(account.id(), account.createdAt())
                        .map(link -> ResponseEntity.status(status).body(ShownAccount.of(account, link))));
    }
}
