package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A rate and a circuit breaker for each instance: one that is logged out, or floods, takes nothing from the others. What WhatsApp is asked about
 * groups has a rate of its own, since WhatsApp counts.
 */
final class InstanceGuards {

    private final CircuitBreakerRegistry breakers;
    private final RateLimiterRegistry limiters;
    private final RateLimiterRegistry groupLimiters;

    InstanceGuards(EvolutionSettings settings) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(InstanceGuards::isFailure)
                // who was not asked has neither failed nor answered
                .ignoreException(InstanceGuards::isNoCall)
                .build());
        this.limiters = RateLimiterRegistry.of(rate(settings.callsPerSecond(), Duration.ofSeconds(1))
                .timeoutDuration(Duration.ofSeconds(5))
                .build());
        this.groupLimiters = RateLimiterRegistry.of(rate(settings.groupCallsPerMinute(), Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build());
    }

    private static RateLimiterConfig.Builder rate(int calls, Duration time) {
        return RateLimiterConfig.custom().limitForPeriod(calls).limitRefreshPeriod(time);
    }

    /** The call, or at once {@link Kind#NOT_ASKED}. */
    <T> Mono<T> guard(String instance, Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(instance)))
                .transformDeferred(RateLimiterOperator.of(limiters.rateLimiter(instance)))
                .onErrorMap(InstanceGuards::isHeldBack, InstanceGuards::notAsked);
    }

    /** The same for an answer that streams. */
    <T> Flux<T> guard(String instance, Flux<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(instance)))
                .transformDeferred(RateLimiterOperator.of(limiters.rateLimiter(instance)))
                .onErrorMap(InstanceGuards::isHeldBack, InstanceGuards::notAsked);
    }

    /** A call about groups. */
    <T> Mono<T> guardGroup(String instance, Mono<T> call) {
        return guard(
                instance,
                call.transformDeferred(RateLimiterOperator.of(groupLimiters.rateLimiter(instance)))
                        .onErrorMap(InstanceGuards::isHeldBack, InstanceGuards::notAsked));
    }

    /** The same for an answer that streams. */
    <T> Flux<T> guardGroup(String instance, Flux<T> call) {
        return guard(
                instance,
                call.transformDeferred(RateLimiterOperator.of(groupLimiters.rateLimiter(instance)))
                        .onErrorMap(InstanceGuards::isHeldBack, InstanceGuards::notAsked));
    }

    private static boolean isHeldBack(Throwable error) {
        return error instanceof CallNotPermittedException || error instanceof RequestNotPermitted;
    }

    private static EvolutionException notAsked(Throwable error) {
        String why = error instanceof CallNotPermittedException
                ? "is left alone for a while: it failed too often"
                : "is asked often enough";
        return new EvolutionException(Kind.NOT_ASKED, "Evolution's instance " + why, error);
    }

    private static boolean isNoCall(Throwable error) {
        return error instanceof EvolutionException refusal && refusal.kind() == Kind.NOT_ASKED;
    }

    /** A message that has no file, or a disk that is full here, says nothing against the instance. */
    private static boolean isFailure(Throwable error) {
        return error instanceof EvolutionException refusal
                && (refusal.kind() == Kind.AWAY || refusal.kind() == Kind.KEY_REFUSED);
    }
}
