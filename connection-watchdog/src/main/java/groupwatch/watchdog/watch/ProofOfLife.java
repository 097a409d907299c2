package groupwatch.watchdog.watch;

import groupwatch.watchdog.link.Verdict;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Whether a link that says it is open really is. */
public interface ProofOfLife {

    /**
     * Empty when it is not to be told now: what was said last holds.
     *
     * @param openSince when it came to be open: what was silent before does not count
     */
    Mono<Verdict> of(Watch watch, Instant openSince);
}
