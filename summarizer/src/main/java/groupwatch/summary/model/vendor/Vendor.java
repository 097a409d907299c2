package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A vendor of models, asked once for each subscription: no retries, no time limit but a last one. A subscription that is cancelled ends the call.
 *
 * <p>Errors: {@link VendorException}.
 */
public interface Vendor {

    /** The whole answer. */
    Mono<Said.Done> complete(String model, ModelRequest request);

    /** The answer as it comes, then one {@link Said.Done}. */
    Flux<Said> stream(String model, ModelRequest request);
}
