package groupwatch.watchdog.code;

import groupwatch.kit.api.Query;
import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.account.Accounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The account that a request means. */
@Component
class KnownAccounts {

    private final Accounts accounts;

    KnownAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Its id; fails with 404. */
    Mono<String> named(String id) {
        return accounts.find(id)
                .map(Account::id)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no account of this name.")));
    }

    /** Older paths name none: then it is the only one. */
    Mono<String> namedOrOnly(@Nullable String id) {
        return id != null
                ? named(id)
                : accounts.all().map(Account::id).collectList().map(KnownAccounts::only);
    }

    private static String only(List<String> ids) {
        return switch (ids.size()) {
            case 0 -> throw ProblemException.notFound("There is no account yet. Create one: POST /connection/create.");
            case 1 -> ids.getFirst();
            default ->
                throw Query.bad("account", "must be given, since there are several: " + String.join(", ", ids))
                        .with("accounts", ids);
        };
    }
}
