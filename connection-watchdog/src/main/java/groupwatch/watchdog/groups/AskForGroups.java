package groupwatch.watchdog.groups;

import groupwatch.events.link.LinkStatus;
import groupwatch.watchdog.link.LinkReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has groups fetched by the replicas that watch the accounts, and waits some time for them. */
@Component
class AskForGroups {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_LEFT = 100;

    private final GroupSyncRows syncs;
    private final AccountGroups groups;
    private final LinkReader links;
    private final Clock clock;

    AskForGroups(GroupSyncRows syncs, AccountGroups groups, LinkReader links, Clock clock) {
        this.syncs = syncs;
        this.groups = groups;
        this.links = links;
        this.clock = clock;
    }

    /** Of all accounts, by name. */
    Mono<List<ShownSync>> shown() {
        return syncs.all().concatMap(this::shown).collectList();
    }

    /** What is done, has failed, or waits after 20 seconds. What is for an account whose link is not open waits at once. */
    Mono<List<ShownSync>> ask(List<String> accounts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Flux.fromIterable(accounts)
                .concatMap(account -> syncs.ask(account, now))
                .then(awaited(accounts, now))
                .thenMany(Flux.fromIterable(accounts))
                .concatMap(syncs::find)
                .concatMap(this::shown)
                .collectList();
    }

    private Mono<Void> awaited(List<String> accounts, Instant asked) {
        return Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> open(accounts).concatMap(syncs::find).all(state -> isAnswered(state, asked)), 1)
                .filter(all -> all)
                .next()
                .timeout(PATIENCE, Mono.just(false))
                .then();
    }

    private Flux<String> open(List<String> accounts) {
        return Flux.fromIterable(accounts)
                .filterWhen(account -> links.find(account)
                        .map(link -> link.status() == LinkStatus.OPEN)
                        .defaultIfEmpty(false));
    }

    private static boolean isAnswered(GroupSyncState state, Instant asked) {
        boolean later = state.begunAt() != null && !state.begunAt().isBefore(asked);
        return later && !state.isRunning()
                || state.error() != null
                        && (later || state.failures() > 0 && state.nextAt().isAfter(asked));
    }

    private Mono<ShownSync> shown(GroupSyncState state) {
        return groups.left(state.account(), MOST_LEFT).collectList().map(left -> ShownSync.of(state, left));
    }
}
