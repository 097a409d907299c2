package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A rate and a circuit breaker for each instance: one that is logged out, or floods, takes nothing from the others. */
final class InstanceGuards {

    private final CircuitBreakerRegistry breakers;
    private final RateLimiterRegistry limiters;

    InstanceGuards(EvolutionSettings settings) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(InstanceGuards::isFailure)
                .build());
        this.limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(settings.callsPerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ofSeconds(5))
                .build());
    }

    /** The call, or at once {@link Kind#NOT_ASKED}. */
    <T> Mono<T> guard(String instance, Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(instance)))
                .transformDeferred(RateLimiterOperator.of(limiters.rateLimiter(instance)))
                .onErrorMap(
                        CallNotPermittedException.class,
                        error -> notAsked("is left alone for a while: it failed too often", error))
                .onErrorMap(RequestNotPermitted.class, error -> notAsked("is asked often enough", error));
    }

    boolean isOpen(String instance) {
        return breakers.circuitBreaker(instance).getState() == CircuitBreaker.State.OPEN;
    }

    private static EvolutionException notAsked(String why, Throwable error) {
        return new EvolutionException(Kind.NOT_ASKED, "Evolution's instance " + why, error);
    }

    /** A message that has no file, or a disk that is full here, says nothing against the instance. */
    private static boolean isFailure(Throwable error) {
        return error instanceof EvolutionException refusal
                && (refusal.kind() == Kind.AWAY || refusal.kind() == Kind.KEY_REFUSED);
    }
}
