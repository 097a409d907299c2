package groupwatch.summary.model.guard;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.ledger.Budget;
import groupwatch.summary.ledger.Estimate;
import groupwatch.summary.ledger.Ledger;
import groupwatch.summary.ledger.Prices;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Streamed;
import groupwatch.summary.model.vendor.Said;
import groupwatch.summary.model.vendor.Vendor;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A vendor's model, with everything in between: a part of the budget is reserved, the call waits for its turn, is attempted as often as makes sense,
 * and what it used is written down, also of one that failed or that nobody wanted to the end: what its vendor would have told is estimated then.
 */
final class GuardedModel implements LanguageModel {

    private final String provider;
    private final String name;
    private final int window;
    private final Vendor vendor;
    private final Guards guards;

    /** What all models of a vendor share. */
    record Guards(Budget budget, Turns turns, Attempts attempts, Ledger ledger, Prices prices, ModelMetrics metrics) {}

    GuardedModel(String provider, String name, int window, Vendor vendor, Guards guards) {
        this.provider = provider;
        this.name = name;
        this.window = window;
        this.vendor = vendor;
        this.guards = guards;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Mono<Completion> complete(ModelRequest request) {
        return asked(
                        request,
                        tally -> vendor.complete(name, request)
                                .<Said>cast(Said.class)
                                .flux())
                .ofType(Streamed.End.class)
                .map(Streamed.End::completion)
                .single();
    }

    @Override
    public Flux<Streamed> stream(ModelRequest request) {
        return asked(request, tally -> vendor.stream(name, request));
    }

    private Flux<Streamed> asked(ModelRequest request, Function<Tally, Flux<Said>> call) {
        return Flux.defer(() -> {
            CallWatch watch = new CallWatch(guards.metrics(), provider, request.purpose());
            return Flux.usingWhen(
                            guards.budget()
                                    .reserve(provider, name, request)
                                    .map(reservation -> new Tally(
                                            reservation, Estimate.most(request).input())),
                            tally -> guards.turns().take(attempted(tally, call.apply(tally))),
                            tally -> written(tally, request),
                            (tally, error) -> written(tally, request),
                            tally -> written(tally, request))
                    .onErrorMap(error -> !(error instanceof ModelException), this::inOurWords)
                    .doOnNext(watch::saw)
                    .doOnError(watch::failed)
                    .doOnCancel(watch::cancelled)
                    .doOnComplete(watch::ended);
        });
    }

    private Flux<Streamed> attempted(Tally tally, Flux<Said> call) {
        Flux<Said> attempt = Flux.defer(() -> {
            tally.attempt();
            return call.doOnNext(tally::note).doOnError(tally::failed);
        });
        return guards.attempts().of(attempt, tally::begun).concatMapIterable(said -> streamed(said, tally));
    }

    private Iterable<Streamed> streamed(Said said, Tally tally) {
        return switch (said) {
            case Said.Words words -> List.of(new Streamed.Piece(words.text()));
            case Said.Used used -> List.of();
            case Said.Done done -> List.of(new Streamed.End(completion(done, tally.tokens())));
        };
    }

    private Completion completion(Said.Done done, TokenCount tokens) {
        return new Completion(
                done.reply().text(),
                done.reply().finish(),
                done.reply().model(),
                tokens,
                guards.prices().cost(provider, name, tokens));
    }

    /** Then only the reservation ends: what was used is in one of both. */
    private Mono<Void> written(Tally tally, ModelRequest request) {
        return Mono.defer(() -> {
                    TokenCount tokens = tally.tokens();
                    if (tokens.equals(TokenCount.NONE)) {
                        return Mono.empty();
                    }
                    var cost = guards.prices().cost(provider, name, tokens);
                    guards.metrics().used(provider, request.purpose(), tokens, cost);
                    return guards.ledger().record(provider, name, request, tokens, cost);
                })
                // before who asked hears of the end: their next call is not to find it still held
                .doOnTerminate(tally::release)
                .doOnCancel(tally::release);
    }

    private ModelException inOurWords(Throwable error) {
        return OurWords.of(error, provider, guards.attempts().breakerPause());
    }
}
