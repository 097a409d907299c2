package groupwatch.summary.model;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A language model to ask. Time limits, retries, the breaker, the budget and the ledger are behind it: an error that comes out is final for now.
 *
 * <p>Errors: {@link ModelException} and its kinds only.
 */
public interface LanguageModel {

    /** Whose model, in one word: {@code anthropic}, {@code openai}, {@code ollama}. */
    String provider();

    /** As the provider calls it. */
    String name();

    /** Tokens that one request and its answer may have together. */
    int window();

    /** The whole answer. Cold: each subscription asks. */
    Mono<Completion> complete(ModelRequest request);

    /** The answer as it is written: pieces of text, then one {@link Streamed.End}. Cold: each subscription asks. */
    Flux<Streamed> stream(ModelRequest request);
}
