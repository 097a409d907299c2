package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import reactor.core.publisher.Mono;

/** Whether Evolution takes what it is told. */
final class Attempts {

    private Attempts() {}

    /** Emits whether; an Evolution that refuses the request itself will refuse it again, and a person is told. Other errors are errors. */
    static Mono<Boolean> taken(Mono<Void> call) {
        return call.thenReturn(true).onErrorResume(Attempts::isRefusal, error -> Mono.just(false));
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof EvolutionException refusal && refusal.kind() == Kind.REFUSED;
    }
}
