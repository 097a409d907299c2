package groupwatch.watchdog.watch;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.watchdog.account.Account;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A watch by a lease. */
record HeldWatch(Hold hold, EvolutionAddress address, EvolutionApi api, Duration limit) implements Watch {

    /** What is left of the lease after a call that took as long as it may. */
    private static final Duration SPARE = Duration.ofSeconds(1);

    @Override
    public Account account() {
        return hold.account();
    }

    @Override
    public <T> Mono<T> call(Function<EvolutionApi, Mono<T>> call) {
        return Mono.defer(() -> {
            Duration left = hold.left().minus(SPARE);
            if (left.compareTo(SPARE) < 0) {
                return Mono.error(new EvolutionException(
                        EvolutionException.Kind.NOT_ASKED,
                        "The account is no longer watched here, or not for long enough"));
            }
            Object turn = new Object();
            if (!hold.beginCall(turn)) {
                return Mono.error(new EvolutionException(
                        EvolutionException.Kind.NOT_ASKED, "Another call for the account is under way"));
            }
            return hold.guard(call.apply(api))
                    // with its answer, which may lead to the next one, and not after that
                    .doOnNext(answer -> hold.endCall(turn))
                    .doOnTerminate(() -> hold.endCall(turn))
                    .doOnCancel(() -> hold.endCall(turn))
                    .timeout(left.compareTo(limit) < 0 ? left : limit)
                    .onErrorMap(
                            TimeoutException.class,
                            late -> new EvolutionException(
                                    EvolutionException.Kind.AWAY, "Evolution did not answer in time", late));
        });
    }
}
