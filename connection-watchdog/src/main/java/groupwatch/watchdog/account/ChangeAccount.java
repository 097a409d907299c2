package groupwatch.watchdog.account;

import groupwatch.kit.api.Fields;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.secret.SuiteSecret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says anew where an account's instance is, and its key. Whoever watches it goes there from the next round on. */
@Component
class ChangeAccount {

    private final Accounts accounts;
    private final AccountSettings settings;
    private final SuiteSecret secret;

    ChangeAccount(Accounts accounts, AccountSettings settings, SuiteSecret secret) {
        this.accounts = accounts;
        this.settings = settings;
        this.secret = secret;
    }

    /** @throws ProblemException 400 naming the field */
    void demandPossible(Account account, NewAccount wanted) {
        settings.demandAllowed(wanted.server());
        // or somebody who may change accounts could have it sent to a server of theirs
        if (wanted.keepsKey() && (account.sealedKey() == null || !Objects.equals(account.server(), wanted.server()))) {
            throw Fields.bad("key", "must be given: the one that is there is for another server");
        }
    }

    /** Fails with 404 when it is gone meanwhile. */
    Mono<Account> change(Account account, NewAccount wanted) {
        return accounts.change(new Account(
                        account.id(),
                        wanted.server(),
                        sealed(account, wanted),
                        wanted.number(),
                        wanted.fullHistory(),
                        account.createdAt()))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such account.")));
    }

    private @Nullable String sealed(Account account, NewAccount wanted) {
        if (wanted.keepsKey()) {
            return account.sealedKey();
        }
        return wanted.key() == null ? null : secret.seal(Addresses.PURPOSE, wanted.key());
    }
}
