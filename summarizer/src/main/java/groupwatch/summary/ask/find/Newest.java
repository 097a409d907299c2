package groupwatch.summary.ask.find;

import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.when.Period;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest messages of the time that is asked about, of the last days where none is. */
@Component
class Newest {

    private static final Duration DEFAULT = Duration.ofDays(7);

    /** So few groups are read one by one; of more the search tells what is newest. */
    private static final int FEW_GROUPS = 6;

    private static final int MOST_FROM_SEARCH = 500;
    private static final int MOST = 1000;
    private static final int BESIDE_HITS = 60;

    private final StoreClient store;

    Newest(StoreClient store) {
        this.store = store;
    }

    /** Few when the search found something: these are for what happened since. */
    Mono<Void> add(Looking looking, Candidates candidates) {
        int most = candidates.hits() > 0 ? BESIDE_HITS : MOST;
        Period period = Objects.requireNonNullElseGet(
                looking.period(), () -> lastDays(looking.wanted().now()));
        return messages(looking, period, most)
                .doOnNext(stored -> looking.scope()
                        .read(stored, false, score(stored, period))
                        .ifPresent(candidates::add))
                .then();
    }

    static Period lastDays(Instant now) {
        return new Period(now.minus(DEFAULT), now, false);
    }

    private Flux<StoredMessage> messages(Looking looking, Period period, int most) {
        Caller caller = looking.wanted().caller();
        int groups = looking.scope().size();
        if (groups > FEW_GROUPS) {
            return store.search(
                            caller,
                            SearchQuery.everything(looking, period),
                            looking.wanted().zone(),
                            Math.min(most, MOST_FROM_SEARCH))
                    .map(message -> new StoredMessage(message, null));
        }
        Instant until = period.until().isBefore(looking.wanted().now())
                ? period.until()
                : looking.wanted().now().plusSeconds(60);
        return Flux.fromIterable(looking.scope().groups())
                .concatMap(group -> store.newest(caller, group.jid(), period.from(), until, most / groups));
    }

    /** Below every hit; the newer the more. */
    private static double score(StoredMessage stored, Period period) {
        Instant at = stored.message().sentAt();
        double length = Duration.between(period.from(), period.until()).toSeconds();
        double since = at == null ? 0 : Duration.between(period.from(), at).toSeconds();
        return 0.2 * Math.clamp(since / length, 0, 1);
    }
}
