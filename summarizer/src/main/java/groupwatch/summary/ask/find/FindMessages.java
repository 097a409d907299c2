package groupwatch.summary.ask.find;

import groupwatch.events.message.Message;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.summary.ask.when.Period;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what may answer a question, with the caller's own groups: what the search finds, what was said around it, and what is newest.
 *
 * <p>Errors: {@link ServiceUnavailableException}; a {@link groupwatch.kit.problem.ProblemException} for a group that is not there.
 */
@Component
public class FindMessages {

    private static final int HITS = 40;

    /** With so many, what has only some of the words is not looked for. */
    private static final int ENOUGH = 12;

    /** Leaves some of the time that an answer as JSON may take. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final StoreClient store;
    private final FindScope scopes;
    private final Neighbours neighbours;
    private final Newest newest;

    FindMessages(StoreClient store, FindScope scopes, Neighbours neighbours, Newest newest) {
        this.store = store;
        this.scopes = scopes;
        this.neighbours = neighbours;
        this.newest = newest;
    }

    /** @param tokens as many as what is found may be */
    public Mono<Found> find(Wanted wanted, int tokens) {
        return scopes.of(wanted)
                .flatMap(scope -> scope.isEmpty() ? Mono.just(nothing(scope)) : find(Looking.of(wanted, scope), tokens))
                .timeout(LONGEST)
                .onErrorMap(
                        TimeoutException.class,
                        error -> new ServiceUnavailableException("looking for messages takes too long", error));
    }

    private Mono<Found> find(Looking looking, int tokens) {
        Candidates candidates = new Candidates(looking.period());
        return search(looking, candidates).flatMap(hits -> {
            Period period = looking.period();
            if (hits > 0 || period == null || period.strict() || !looking.searches()) {
                return complete(looking, candidates, false, tokens);
            }
            Looking anytime = looking.anytime();
            Candidates all = new Candidates(null);
            return search(anytime, all)
                    .flatMap(more -> more > 0
                            ? complete(anytime, all, true, tokens)
                            : complete(looking, candidates, false, tokens));
        });
    }

    /** How many were found. */
    private Mono<Integer> search(Looking looking, Candidates candidates) {
        if (!looking.searches()) {
            return Mono.just(0);
        }
        return Flux.fromIterable(SearchQuery.of(looking))
                .concatMap(query -> candidates.hits() >= ENOUGH ? Flux.empty() : hits(looking, query), 1)
                .doOnNext(message -> looking.scope()
                        .read(new StoredMessage(message, null), true, 0)
                        .ifPresent(read -> candidates.add(scored(read, looking))))
                .then(Mono.fromSupplier(candidates::hits));
    }

    private Flux<Message> hits(Looking looking, String query) {
        return store.search(looking.wanted().caller(), query, looking.wanted().zone(), HITS);
    }

    private static Source scored(Source read, Looking looking) {
        return new Source(0, read.group(), read.line(), true, Ranking.hit(read, looking));
    }

    private Mono<Found> complete(Looking looking, Candidates candidates, boolean widened, int tokens) {
        return neighbours
                .add(looking, candidates)
                .then(Mono.defer(() -> newest.add(looking, candidates)))
                .then(Mono.fromSupplier(() -> found(looking, candidates, widened, tokens)));
    }

    private static Found found(Looking looking, Candidates candidates, boolean widened, int tokens) {
        List<Source> sources = Fit.within(tokens, candidates.best());
        return new Found(
                sources,
                looking.scope().groups(),
                looking.scope().isEverywhere(),
                looking.searches() || looking.period() != null
                        ? looking.period()
                        : Newest.lastDays(looking.wanted().now()),
                widened,
                looking.shown(),
                candidates.hits(),
                candidates.size() - sources.size());
    }

    private static Found nothing(Scope scope) {
        return new Found(List.of(), scope.groups(), scope.isEverywhere(), null, false, List.of(), 0, 0);
    }
}
