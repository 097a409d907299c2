package groupwatch.watchdog.account;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.secret.SuiteSecret;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Adds an account. Its instance is made, or adopted, by whoever comes to watch it. */
@Component
public class AddAccount {

    private final Accounts accounts;
    private final AccountSettings settings;
    private final SuiteSecret secret;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AddAccount(
            Accounts accounts,
            AccountSettings settings,
            SuiteSecret secret,
            TransactionalOperator transaction,
            Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.secret = secret;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fails with 409 when there is one of that name, or as many as there may be. */
    public Mono<Account> add(NewAccount wanted) {
        Account account = new Account(
                wanted.name(),
                wanted.server(),
                sealed(wanted.key()),
                wanted.number(),
                wanted.fullHistory(),
                clock.instant());
        return accounts.add(account, settings.limit())
                .as(transaction::transactional)
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> conflict("name-taken", "There is an account of that name."))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> conflict(
                        "too-many-accounts",
                        "There are " + settings.limit()
                                + " accounts already; remove one, or raise groupwatch.watchdog.accounts.limit.")))
                .thenReturn(account);
    }

    private @Nullable String sealed(@Nullable String key) {
        return key == null ? null : secret.seal(Addresses.PURPOSE, key);
    }

    private static ProblemException conflict(String slug, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, slug, detail);
    }
}
