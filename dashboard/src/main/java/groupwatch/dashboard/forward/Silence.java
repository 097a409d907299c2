package groupwatch.dashboard.forward;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How long an answer may stand still. The service's silence counts while the caller waits for it; while the caller is the one
 * who takes nothing, a slow download, the service is not to blame and the limit is a longer one.
 */
final class Silence {

    private final Duration ofService;
    private final Duration ofCaller;
    private final AtomicLong awaited = new AtomicLong();
    private volatile long since = now();

    private Silence(Duration ofService, Duration ofCaller) {
        this.ofService = ofService;
        this.ofCaller = ofCaller;
    }

    /** The same body, which fails with a {@link TimeoutException} when it stands still. */
    static <T> Flux<T> limited(Flux<T> body, Duration ofService, Duration ofCaller) {
        return Flux.defer(() -> new Silence(ofService, ofCaller).over(body));
    }

    private <T> Flux<T> over(Flux<T> body) {
        return body.takeUntilOther(tooLong()).doOnNext(any -> came()).doOnRequest(this::asked);
    }

    private Mono<Void> tooLong() {
        return Flux.interval(ofService.dividedBy(4))
                .onBackpressureDrop()
                .filter(tick -> now() - since > limit().toNanos())
                .next()
                .flatMap(tick -> Mono.error(new TimeoutException("the answer stands still")));
    }

    private Duration limit() {
        return awaited.get() > 0 ? ofService : ofCaller;
    }

    private void came() {
        since = now();
        awaited.decrementAndGet();
    }

    private void asked(long count) {
        long before = awaited.getAndAccumulate(count, Silence::sum);
        if (before == 0) {
            since = now();
        }
    }

    /** More than can ever come is as much as can be counted. */
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
    }
}
