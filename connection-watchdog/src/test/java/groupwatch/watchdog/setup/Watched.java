package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.watch.Watch;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** An account that is watched here, without a lease. */
record Watched(Account account, EvolutionAddress address, EvolutionApi api) implements Watch {

    @Override
    public <T> Mono<T> call(Function<EvolutionApi, Mono<T>> call) {
        return Mono.defer(() -> call.apply(api));
    }
}
