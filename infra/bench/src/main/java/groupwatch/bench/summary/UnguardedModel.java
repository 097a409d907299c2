package groupwatch.bench.summary;

import groupwatch.summary.ledger.Prices;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Streamed;
import groupwatch.summary.model.vendor.Reply;
import groupwatch.summary.model.vendor.Said;
import groupwatch.summary.model.vendor.Vendor;
import groupwatch.summary.model.vendor.VendorException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A vendor's model as it is, with patience alone: no budget, no ledger, no breaker. */
final class UnguardedModel implements LanguageModel {

    private final ModelSettings settings;
    private final Vendor vendor;
    private final Prices prices;

    UnguardedModel(ModelSettings settings, Vendor vendor, Prices prices) {
        this.settings = settings;
        this.vendor = vendor;
        this.prices = prices;
    }

    @Override
    public String provider() {
        return settings.provider().word();
    }

    @Override
    public String name() {
        return settings.summaries();
    }

    @Override
    public int window() {
        return settings.window();
    }

    @Override
    public Mono<Completion> complete(ModelRequest request) {
        return vendor.complete(name(), request)
                .timeout(settings.timeLimit())
                .map(Said.Done::reply)
                .map(this::completion)
                .retryWhen(Retry.backoff(settings.attempts() - 1L, settings.firstPause())
                        .maxBackoff(settings.longestPause())
                        .filter(error -> !(error instanceof VendorException known) || known.passing())
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .onErrorMap(error -> new ModelException.Refused("the vendor gives no answer", error));
    }

    private Completion completion(Reply reply) {
        return new Completion(
                reply.text(),
                reply.finish(),
                reply.model(),
                reply.tokens(),
                prices.cost(provider(), name(), reply.tokens()));
    }

    /** Summaries are not streamed; who wants it so has the whole at once. */
    @Override
    public Flux<Streamed> stream(ModelRequest request) {
        return complete(request)
                .flatMapIterable(
                        completion -> List.of(new Streamed.Piece(completion.text()), new Streamed.End(completion)));
    }
}
