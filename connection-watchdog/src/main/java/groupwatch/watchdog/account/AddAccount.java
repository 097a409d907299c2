package groupwatch.watchdog.account;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.secret.UnopenableException;
import java.time.Clock;
import java.util.Objects;
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
        return add(wanted, null);
    }

    /**
     * Once.
     *
     * @param key the same with the same wish is the account that is there
     */
    Mono<Account> add(NewAccount wanted, @Nullable String key) {
        settings.demandAllowed(wanted.server());
        Account account = new Account(
                wanted.name(),
                wanted.server(),
                sealed(wanted.key()),
                wanted.number(),
                wanted.fullHistory(),
                clock.instant());
        return accounts.add(account, key, settings.limit())
                .as(transaction::transactional)
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> conflict("name-taken", "There is an account of that name."))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> conflict(
                        "too-many-accounts",
                        "There are " + settings.limit()
                                + " accounts already; remove one, or raise groupwatch.watchdog.accounts.limit.")))
                .thenReturn(account)
                .onErrorResume(
                        ProblemException.class, refusal -> added(wanted, key).switchIfEmpty(Mono.error(refusal)));
    }

    private Mono<Account> added(NewAccount wanted, @Nullable String key) {
        return key == null
                ? Mono.empty()
                : accounts.find(wanted.name(), key).filter(account -> isSame(wanted, account));
    }

    private boolean isSame(NewAccount wanted, Account account) {
        return Objects.equals(wanted.server(), account.server())
                && Objects.equals(wanted.number(), account.number())
                && wanted.fullHistory() == account.fullHistory()
                && Objects.equals(wanted.key(), opened(account.sealedKey()));
    }

    /** Empty text when it was sealed with another key file. */
    private @Nullable String opened(@Nullable String sealed) {
        try {
            return sealed == null ? null : secret.open(Addresses.PURPOSE, sealed);
        } catch (UnopenableException e) {
            return "";
        }
    }

    private @Nullable String sealed(@Nullable String key) {
        return key == null ? null : secret.seal(Addresses.PURPOSE, key);
    }

    private static ProblemException conflict(String slug, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, slug, detail);
    }
}
