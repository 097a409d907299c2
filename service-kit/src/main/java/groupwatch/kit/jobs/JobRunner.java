package groupwatch.kit.jobs;

import groupwatch.kit.database.Migration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the jobs of one kind while the service runs: takes as many as there is room for, and looks again when one ends. */
final class JobRunner<P> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration RELEASE = Duration.ofSeconds(3);
    private static final Duration CENSUS = Duration.ofSeconds(15);
    private static final Duration FORGETTING = Duration.ofHours(1);

    private static final Duration LOOKING = Duration.ofMillis(50);

    private final JobKind<P> kind;
    private final Attempt<P> attempt;
    private final JobClaims<P> claims;
    private final JobCensus census;
    private final JobMetrics metrics;
    private final JobBell bell;
    private final Migration migration;
    private final Duration poll;
    private final AtomicInteger inHand = new AtomicInteger();
    private final Disposable.Swap running = Disposables.swap();
    private volatile boolean stopping;

    JobRunner(
            JobKind<P> kind,
            Attempt<P> attempt,
            JobClaims<P> claims,
            JobCensus census,
            JobMetrics metrics,
            JobBell bell,
            Migration migration,
            Duration poll) {
        this.kind = kind;
        this.attempt = attempt;
        this.claims = claims;
        this.census = census;
        this.metrics = metrics;
        this.bell = bell;
        this.migration = migration;
        this.poll = poll;
    }

    @Override
    public void start() {
        stopping = false;
        running.update(migration
                .done()
                .thenMany(Flux.merge(work(), counting(), forgetting()))
                .subscribe());
    }

    private Flux<Void> work() {
        return Flux.merge(Flux.interval(Duration.ZERO, poll), bell.strokes())
                .onBackpressureLatest()
                .concatMap(stroke -> claim(), 1)
                .flatMapIterable(List::copyOf, 1)
                .flatMap(this::run, kind.concurrency());
    }

    private Mono<List<Job<P>>> claim() {
        int room = kind.concurrency() - inHand.get();
        if (room <= 0 || stopping) {
            return Mono.empty();
        }
        return claims.claim(room)
                .doOnNext(jobs -> inHand.addAndGet(jobs.size()))
                .onErrorResume(error -> {
                    metrics.trouble();
                    log.warn("Jobs of kind {} cannot be claimed; tried again: {}", kind.name(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> run(Job<P> job) {
        return attempt.at(job).doFinally(signal -> {
            inHand.decrementAndGet();
            bell.ring();
        });
    }

    private Flux<Void> counting() {
        return regularly(CENSUS, Mono.defer(() -> census.count(kind, metrics)));
    }

    private Flux<Void> forgetting() {
        return regularly(FORGETTING, Mono.defer(() -> census.forget(kind)));
    }

    private static Flux<Void> regularly(Duration pause, Mono<Void> task) {
        return Flux.interval(Duration.ZERO, pause).onBackpressureDrop().concatMap(tick -> task.onErrorComplete(), 1);
    }

    /** What is in hand has the grace of its kind; then it is given back, so that it need not wait for the end of its lease. */
    @Override
    public void stop() {
        stopping = true;
        Flux.interval(Duration.ZERO, LOOKING)
                .takeUntil(tick -> inHand.get() == 0)
                .take(kind.grace())
                .blockLast();
        running.update(Disposables.disposed());
        if (migration.isDone()) {
            claims.release().onErrorComplete().block(RELEASE);
        }
    }

    @Override
    public boolean isRunning() {
        return running.get() != null && !running.isDisposed();
    }
}
