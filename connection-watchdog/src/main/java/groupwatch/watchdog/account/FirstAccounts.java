package groupwatch.watchdog.account;

import groupwatch.kit.database.Migration;
import groupwatch.kit.problem.ProblemException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Adds the accounts that are configured, unless they are there. */
@Component
class FirstAccounts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);
    private static final Retry UNTIL_IT_ANSWERS =
            Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofSeconds(30));

    private final AccountSettings settings;
    private final Accounts accounts;
    private final AddAccount add;
    private final Migration migration;
    private final Disposable.Swap running = Disposables.swap();
    private volatile boolean started;

    FirstAccounts(AccountSettings settings, Accounts accounts, AddAccount add, Migration migration) {
        this.settings = settings;
        this.accounts = accounts;
        this.add = add;
        this.migration = migration;
    }

    @Override
    public void start() {
        started = true;
        running.update(migration
                .done()
                .thenMany(Flux.fromIterable(settings.names()))
                .concatMap(name -> added(name).retryWhen(UNTIL_IT_ANSWERS))
                .subscribe());
    }

    private Mono<Account> added(String name) {
        return accounts.find(name)
                .switchIfEmpty(Mono.defer(() -> add.add(NewAccount.named(name))))
                .onErrorResume(ProblemException.class, problem -> {
                    log.atWarn()
                            .addKeyValue("account", name)
                            .log("An account of groupwatch.watchdog.accounts.names is not added: {}", problem.detail());
                    return Mono.empty();
                });
    }

    @Override
    public void stop() {
        started = false;
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
