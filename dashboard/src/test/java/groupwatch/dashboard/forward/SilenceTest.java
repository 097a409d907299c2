package groupwatch.dashboard.forward;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Whose silence it is decides how long it may last. */
class SilenceTest {

    private static final Duration SERVICE = Duration.ofMinutes(2);
    private static final Duration CALLER = Duration.ofMinutes(15);

    @Test
    void aServiceThatSaysNothingIsGivenUp() {
        StepVerifier.withVirtualTime(() -> limited(Flux.concat(Flux.just("a"), Flux.never())))
                .expectNext("a")
                .expectNoEvent(Duration.ofSeconds(119))
                .thenAwait(Duration.ofMinutes(1))
                .verifyError(TimeoutException.class);
    }

    @Test
    void aCallerWhoReadsSlowlyIsNotCutOff() {
        StepVerifier.withVirtualTime(() -> limited(Flux.just("a", "b", "c")), 0)
                .expectSubscription()
                .thenRequest(1)
                .expectNext("a")
                .thenAwait(Duration.ofMinutes(10))
                .thenRequest(1)
                .expectNext("b")
                .thenAwait(Duration.ofMinutes(14))
                .thenRequest(2)
                .expectNext("c")
                .verifyComplete();
    }

    @Test
    void aCallerWhoTakesNothingForLongIs() {
        StepVerifier.withVirtualTime(() -> limited(Flux.just("a", "b")), 1)
                .expectNext("a")
                .expectNoEvent(Duration.ofMinutes(15))
                .thenAwait(Duration.ofMinutes(1))
                .verifyError(TimeoutException.class);
    }

    @Test
    void theServiceHasItsWholeTimeFromWhenItIsAsked() {
        StepVerifier.withVirtualTime(
                        () -> limited(
                                Flux.concat(Flux.just("a"), Flux.just("b").delayElements(Duration.ofSeconds(700)))),
                        1)
                .expectNext("a")
                .thenAwait(Duration.ofSeconds(650))
                .thenRequest(1)
                .thenAwait(Duration.ofSeconds(60))
                .expectNext("b")
                .verifyComplete();
    }

    @Test
    void signsOfLifeKeepAStreamOpen() {
        StepVerifier.withVirtualTime(
                        () -> limited(Flux.interval(Duration.ofSeconds(15)).take(100)))
                .thenAwait(Duration.ofHours(1))
                .expectNextCount(100)
                .verifyComplete();
    }

    private static <T> Flux<T> limited(Flux<T> body) {
        return Silence.limited(body, SERVICE, CALLER);
    }
}
