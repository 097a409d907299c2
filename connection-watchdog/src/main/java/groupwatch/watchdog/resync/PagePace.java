package groupwatch.watchdog.resync;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** So many pages a minute of an account, evenly: Evolution reads all its messages for each. */
@Component
class PagePace {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final RateLimiterRegistry limiters;

    PagePace(ResyncSettings settings) {
        this.limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofMinutes(1).dividedBy(settings.pagesPerMinute()))
                .timeoutDuration(LONGEST_WAIT)
                .build());
    }

    /** The page, when its time has come; otherwise, where that takes longer than some seconds, nothing for now. */
    Mono<Boolean> inTurn(String account, Mono<Boolean> page) {
        return Mono.<Boolean>empty()
                .transformDeferred(RateLimiterOperator.of(limiters.rateLimiter(account)))
                .then(page)
                .onErrorResume(RequestNotPermitted.class, error -> Mono.just(false));
    }
}
