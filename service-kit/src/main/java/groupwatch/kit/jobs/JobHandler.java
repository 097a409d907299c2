package groupwatch.kit.jobs;

import reactor.core.publisher.Mono;

/**
 * Does the work of one kind; a bean of this type makes the service run its jobs. An attempt may come twice (its process died before it
 * could say that it was done), so the effect is idempotent.
 */
public interface JobHandler<P> {

    JobKind<P> kind();

    /** Cancelled when the job is, or when it was given to another replica. */
    Mono<Outcome> run(Job<P> job);

    /** The last attempt failed and time is over: what is to be said of that, before the job ends. Idempotent. */
    default Mono<Void> expire(Job<P> job, String error) {
        return Mono.empty();
    }
}
