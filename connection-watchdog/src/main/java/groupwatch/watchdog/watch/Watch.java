package groupwatch.watchdog.watch;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.watchdog.account.Account;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** An account that this replica watches: it alone may call Evolution for it. */
public interface Watch {

    Account account();

    EvolutionAddress address();

    /**
     * Calls Evolution: one call at a time for an account, in turn. Fails with {@link groupwatch.kit.evolution.EvolutionException}; with its
     * kind {@code NOT_ASKED} when the account is no longer this replica's, or would not be before the call's time limit.
     *
     * @param call as {@code api -> api.state(watch.address())}
     */
    <T> Mono<T> call(Function<EvolutionApi, Mono<T>> call);
}
