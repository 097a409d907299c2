package groupwatch.summary.ask;

import groupwatch.kit.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Lets so many questions in at once; a further one is answered 503 at once, with {@code Retry-After}. */
@Component
class Turnstile {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore free;

    Turnstile(AskSettings settings) {
        this.free = new Semaphore(settings.atOnce());
    }

    /** The place is given back when the answer is over, whichever way. */
    <T> Flux<T> through(Supplier<Flux<T>> answer) {
        return Flux.using(this::enter, place -> answer.get(), Place::leave);
    }

    private Place enter() {
        if (!free.tryAcquire()) {
            throw ProblemException.unavailable(
                    "As many questions as can be are being answered; ask again in some seconds.", RETRY_AFTER_SECONDS);
        }
        return free::release;
    }

    /** Left once: {@code using} sees to it. */
    @FunctionalInterface
    private interface Place {
        void leave();
    }
}
