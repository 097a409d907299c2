package groupwatch.kit.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One attempt at one job, from the claim until the row says what became of it. */
final class Attempt<P> {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);
    private static final int LONGEST_ERROR = 500;

    /** The row is written before its lease ends, or the job comes again. */
    private static final Retry WRITING =
            Retry.backoff(8, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(2));

    private final JobHandler<P> handler;
    private final JobClaims<P> claims;
    private final JobMetrics metrics;
    private final Duration beat;
    private final Clock clock;

    /** @param beat how often the row is told that the job is alive */
    Attempt(JobHandler<P> handler, JobClaims<P> claims, JobMetrics metrics, Duration beat, Clock clock) {
        this.handler = handler;
        this.claims = claims;
        this.metrics = metrics;
        this.beat = beat;
        this.clock = clock;
    }

    /** Never fails: what cannot be written down comes again when the lease is over. */
    Mono<Void> at(Job<P> job) {
        long begun = System.nanoTime();
        Mono<Outcome> work = Mono.defer(() -> handler.run(job))
                .timeout(handler.kind().limit())
                .onErrorResume(error -> Mono.just(new Outcome.Again(sentence(error))))
                .flatMap(outcome -> settled(job, outcome))
                .doOnNext(outcome -> metrics.attempt(word(outcome), Duration.ofNanos(System.nanoTime() - begun)));
        return Mono.firstWithSignal(work.then(), lost(job)).onErrorResume(error -> {
            metrics.trouble();
            log.warn(
                    "What became of job {} {} is not written down; it is tried again",
                    handler.kind().name(),
                    job.key(),
                    error);
            return Mono.empty();
        });
    }

    /** Completes when the job was taken away: cancelled, or given to another replica because this one was silent. */
    private Mono<Void> lost(Job<P> job) {
        return Flux.interval(beat)
                .onBackpressureDrop()
                .concatMap(tick -> claims.keep(job).onErrorReturn(true), 1)
                .takeUntil(ours -> !ours)
                .then();
    }

    private Mono<Outcome> settled(Job<P> job, Outcome outcome) {
        Mono<Outcome> decided = outcome instanceof Outcome.Again again ? another(job, again) : Mono.just(outcome);
        return decided.flatMap(last -> write(job, last).retryWhen(WRITING).thenReturn(last));
    }

    private Mono<Outcome> another(Job<P> job, Outcome.Again again) {
        if (job.expiresAt() == null || clock.instant().isBefore(job.expiresAt())) {
            return Mono.just(again);
        }
        // whoever has it now says what became of it
        return claims.keep(job)
                .filter(ours -> ours)
                .flatMap(ours ->
                        handler.expire(job, again.error()).thenReturn((Outcome) new Outcome.Expired(again.error())))
                .defaultIfEmpty(again)
                .onErrorResume(error -> Mono.just(again));
    }

    private Mono<Void> write(Job<P> job, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> claims.end(job, JobState.DONE, null);
            case Outcome.Failed failed -> claims.end(job, JobState.FAILED, failed.error());
            case Outcome.Expired expired -> claims.end(job, JobState.EXPIRED, expired.error());
            case Outcome.Again again -> claims.putBack(job, next(job), again.error(), true);
            case Outcome.Later later -> claims.putBack(job, clock.instant().plus(later.pause()), later.error(), false);
        };
    }

    /** As the schedule says; but there is a last attempt when time is over. */
    private Instant next(Job<P> job) {
        Instant now = clock.instant();
        Instant next = now.plus(handler.kind().schedule().pause(job.attempts()));
        Instant last = job.expiresAt();
        return last != null && now.isBefore(last) && next.isAfter(last) ? last : next;
    }

    private static String word(Outcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String sentence(Throwable error) {
        String text = error.getClass().getSimpleName() + (error.getMessage() == null ? "" : ": " + error.getMessage());
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "…";
    }
}
