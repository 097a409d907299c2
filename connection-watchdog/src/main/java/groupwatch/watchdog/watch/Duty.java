package groupwatch.watchdog.watch;

import reactor.core.publisher.Mono;

/** What is done for an account besides its check, while its link is open or degraded, by the replica that watches it. */
public interface Duty {

    /** A word for logs, unique among duties. */
    String name();

    /**
     * The next small portion of what is due: a page, a group. What it got to know is in the database before it completes, so that another
     * replica goes on there. Emits whether more is due at once. An error is logged, and it is asked again after a pause.
     */
    Mono<Boolean> step(Watch watch);
}
