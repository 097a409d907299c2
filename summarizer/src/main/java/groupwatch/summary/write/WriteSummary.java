package groupwatch.summary.write;

import groupwatch.summary.transcript.Transcript;
import reactor.core.publisher.Mono;

/**
 * Says a day in short.
 *
 * <p>Errors: {@link groupwatch.summary.model.ModelException}; {@link UnusableAnswerException} when a model gave nothing that passes the checks.
 */
public interface WriteSummary {

    /** @param transcript not empty, of any length */
    Mono<Written> write(Transcript transcript, Wish wish);
}
