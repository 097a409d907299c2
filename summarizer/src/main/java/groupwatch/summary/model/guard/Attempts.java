package groupwatch.summary.model.guard;

import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.vendor.VendorException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.Retry.RetrySignal;

/**
 * The attempts of a call: each with a time limit and counted by the vendor's breaker, so many of them, with pauses as the vendor wishes.
 *
 * <p>A call takes at most {@code attempts × time-limit + (attempts - 1) × longest-pause} (and a tenth of a pause).
 */
final class Attempts {

    private final ModelSettings settings;
    private final ModelMetrics metrics;
    private final CircuitBreaker breaker;

    Attempts(ModelSettings settings, ModelMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of(
                settings.provider().word(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.breaker().window())
                        .minimumNumberOfCalls(settings.breaker().calls())
                        .failureRateThreshold(settings.breaker().failures())
                        .waitDurationInOpenState(settings.breaker().pause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .ignoreException(error -> !isOutage(error))
                        .build());
    }

    /** @param begun whether somebody has read a part of the answer: then it is not begun again */
    <T> Flux<T> of(Flux<T> attempt, BooleanSupplier begun) {
        return inTime(attempt)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .retryWhen(Retry.from(failures -> failures.concatMap(failure -> pause(failure, begun.getAsBoolean()))));
    }

    /** To its end, not only to its beginning. */
    private <T> Flux<T> inTime(Flux<T> attempt) {
        return Flux.defer(() -> {
            AtomicReference<End> end = new AtomicReference<>(End.NONE);
            return attempt.doOnComplete(() -> end.compareAndSet(End.NONE, End.WHOLE))
                    // an error of the other would not end the attempt at the vendor
                    .takeUntilOther(
                            Mono.delay(settings.timeLimit()).filter(over -> end.compareAndSet(End.NONE, End.LATE)))
                    .concatWith(Mono.defer(() -> end.get() == End.LATE ? Mono.error(slow()) : Mono.empty()));
        });
    }

    private enum End {
        NONE,
        WHOLE,
        LATE
    }

    private Mono<Long> pause(RetrySignal failed, boolean begun) {
        Throwable error = failed.failure();
        boolean last = failed.totalRetries() + 1 >= settings.attempts();
        if (begun || last || !isPassing(error)) {
            return Mono.error(error);
        }
        Duration pause = pause(error, failed.totalRetries());
        if (pause.compareTo(settings.longestPause()) > 0) {
            return Mono.error(error);
        }
        metrics.retried(settings.provider().word(), reason(error));
        // not all at the same moment
        return Mono.delay(pause.plusMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.1))));
    }

    private Duration pause(Throwable error, long retries) {
        if (error instanceof VendorException vendors && vendors.retryAfter() != null) {
            return vendors.retryAfter();
        }
        double doubled = settings.firstPause().toMillis() * Math.pow(2, retries);
        double jittered = doubled * ThreadLocalRandom.current().nextDouble(0.5, 1.0);
        return Duration.ofMillis(
                (long) Math.min(jittered, settings.longestPause().toMillis()));
    }

    /** How long the vendor is left alone from now on. */
    Duration breakerPause() {
        return settings.breaker().pause();
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private TimeoutException slow() {
        return new TimeoutException("no whole answer within " + settings.timeLimit());
    }

    static boolean isPassing(Throwable error) {
        return error instanceof TimeoutException || error instanceof VendorException vendors && vendors.passing();
    }

    /** A limit of our own account, a wrong key or request say nothing against the vendor. */
    private static boolean isOutage(Throwable error) {
        return isPassing(error) && !(error instanceof VendorException vendors && vendors.limited());
    }

    private static String reason(Throwable error) {
        if (error instanceof VendorException vendors) {
            return vendors.limited() ? "limited" : "failed";
        }
        return "slow";
    }
}
