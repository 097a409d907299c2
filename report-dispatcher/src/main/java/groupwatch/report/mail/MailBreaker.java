package groupwatch.report.mail;

import groupwatch.report.mail.MailSettings.BreakerSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves a mail server alone for a while that is not there or too slow. Refusals, busy answers and wrong settings do not count. */
@Component
final class MailBreaker {

    private final BreakerSettings settings;
    private final CircuitBreakerConfig config;
    private final AtomicReference<CircuitBreaker> current;

    MailBreaker(MailSettings settings, MailMetrics metrics) {
        this.settings = settings.breaker();
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(this.settings.window())
                .minimumNumberOfCalls(this.settings.attempts())
                .failureRateThreshold(this.settings.failures())
                .waitDurationInOpenState(this.settings.pause())
                .permittedNumberOfCallsInHalfOpenState(2)
                .build();
        this.current = new AtomicReference<>(CircuitBreaker.of("none", config));
        metrics.watchBreaker(() -> current.get().getState() == CircuitBreaker.State.OPEN ? 1 : 0);
    }

    Mono<Attempt> guard(MailAccount account, Mono<Attempt> attempt) {
        return Mono.defer(() -> {
            CircuitBreaker breaker = of(account.place());
            if (!breaker.tryAcquirePermission()) {
                return Mono.just(Attempt.untried(
                        account.place() + " failed too often and is left alone for "
                                + settings.pause().toSeconds() + " s.",
                        settings.pause()));
            }
            return attempt.doOnNext(made -> count(breaker, made)).doOnCancel(breaker::releasePermission);
        });
    }

    private static void count(CircuitBreaker breaker, Attempt made) {
        if (made.outage()) {
            breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("outage"));
        } else {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
    }

    /** A new one for another mail server. */
    private CircuitBreaker of(String place) {
        return current.updateAndGet(
                breaker -> breaker.getName().equals(place) ? breaker : CircuitBreaker.of(place, config));
    }
}
