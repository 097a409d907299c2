package groupwatch.summary.ask.find;

import groupwatch.kit.security.Caller;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was said around the best hits, and what they answer, as it is now. */
@Component
class Neighbours {

    private static final int MOST_HITS = 8;
    private static final int MOST_ANSWERED = 10;
    private static final int MOST_BESIDE = 40;
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(20);

    private final StoreClient store;

    Neighbours(StoreClient store) {
        this.store = store;
    }

    Mono<Void> add(Looking looking, Candidates candidates) {
        List<Source> hits = candidates.bestHits(MOST_HITS);
        Caller caller = looking.wanted().caller();
        // one after the other: the store has few turns for bulk reads
        return Flux.fromIterable(apart(hits))
                .concatMap(hit -> around(caller, hit)
                        .doOnNext(
                                stored -> beside(looking.scope(), stored, hits).forEach(candidates::add)))
                .then(Mono.defer(() -> answered(looking, candidates)));
    }

    private Flux<StoredMessage> around(Caller caller, Source hit) {
        return store.messages(
                        caller,
                        hit.group().jid(),
                        hit.at().minus(BEFORE),
                        hit.at().plus(AFTER))
                .take(MOST_BESIDE);
    }

    /** A message can stand beside several. */
    private static List<Source> beside(Scope scope, StoredMessage stored, List<Source> hits) {
        return scope.read(stored, false, 0).stream()
                .flatMap(read -> hits.stream()
                        .filter(hit -> hit.group().jid().equals(read.group().jid()))
                        .map(hit -> new Source(
                                0,
                                read.group(),
                                read.line(),
                                false,
                                Ranking.beside(hit, Duration.between(hit.at(), read.at())))))
                .toList();
    }

    private Mono<Void> answered(Looking looking, Candidates candidates) {
        return Flux.fromIterable(candidates.bestHits(MOST_HITS + MOST_ANSWERED))
                .filter(hit -> hit.line().replyTo() != null)
                .filter(hit -> !candidates.has(
                        hit.group().jid(), String.valueOf(hit.line().replyTo())))
                .take(MOST_ANSWERED)
                .concatMap(hit -> store.message(
                                looking.wanted().caller(),
                                hit.group().jid(),
                                String.valueOf(hit.line().replyTo()))
                        .doOnNext(message -> looking.scope()
                                .read(new StoredMessage(message, null), false, Ranking.answered(hit))
                                .ifPresent(candidates::add)))
                .then();
    }

    /** Hits that stand together are read together. */
    private static List<Source> apart(List<Source> hits) {
        List<Source> apart = new ArrayList<>();
        for (Source hit : hits) {
            boolean near = apart.stream()
                    .anyMatch(other -> other.group().jid().equals(hit.group().jid())
                            && Duration.between(other.at(), hit.at()).abs().compareTo(BEFORE) < 0);
            if (!near) {
                apart.add(hit);
            }
        }
        return apart;
    }
}
