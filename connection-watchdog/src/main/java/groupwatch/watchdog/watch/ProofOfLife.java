package groupwatch.watchdog.watch;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Whether a link that says it is open really is. */
public interface ProofOfLife {

    /** @param openSince when it came to be open */
    Mono<Verdict> of(Watch watch, Instant openSince);

    /** What was found. */
    sealed interface Verdict {

        /** Events come, or none are to be expected. */
        record Alive() implements Verdict {}

        /**
         * Nothing comes where something should.
         *
         * @param silentSince when the last event came
         * @param cause a word for programs, such as {@code not-telling}
         * @param explanation a sentence for people
         */
        record Dead(Instant silentSince, String cause, String explanation) implements Verdict {}
    }
}
