package groupwatch.watchdog.groups;

import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.kafka.BrokerUnavailableException;
import groupwatch.watchdog.watch.Duty;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fetches all groups of an account: when there is no snapshot of them yet, every some hours, and when somebody asks. Each is published as it
 * comes, so memory holds a few, however many there are.
 *
 * <p>Evolution looks for the picture of each group before it answers, so with hundreds of groups all at once takes longer than a call may.
 * Then they are asked for one by one, a step each, by the list of chats, which is quick; another replica goes on in the middle.
 */
@Component
class GroupSync implements Duty {

    /** Held at a time, of the answer with all of them. */
    private static final int PORTION = 16;

    private static final String OPEN = "open";
    private static final String GROUP = "@g.us";

    private final GroupSyncRows syncs;
    private final AccountGroups groups;
    private final PublishGroups publish;
    private final GroupSettings settings;
    private final GroupMetrics metrics;
    private final Clock clock;

    GroupSync(
            GroupSyncRows syncs,
            AccountGroups groups,
            PublishGroups publish,
            GroupSettings settings,
            GroupMetrics metrics,
            Clock clock) {
        this.syncs = syncs;
        this.groups = groups;
        this.publish = publish;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public Mono<Boolean> step(Watch watch) {
        return syncs.find(watch.account().id())
                .filter(state -> state.isDue(now()))
                .flatMap(state -> goOn(watch, state))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> goOn(Watch watch, GroupSyncState state) {
        Instant running = state.isRunning() ? state.begunAt() : null;
        if (running == null || !state.oneByOne()) {
            return begin(watch, state.oneByOne(), state.failures());
        }
        return groups.nextWaiting(state.account(), running)
                .flatMap(jid -> one(watch, running, jid))
                .flatMap(more -> state.failures() == 0
                        ? Mono.just(more)
                        : syncs.recovered(state.account(), running).thenReturn(more))
                .switchIfEmpty(Mono.defer(() -> end(watch, running)))
                .onErrorResume(GroupSync::isPassing, error -> fail(watch, running, state.failures(), error));
    }

    private Mono<Boolean> begin(Watch watch, boolean oneByOne, int failures) {
        Instant sync = now();
        Mono<Boolean> work = oneByOne ? line(watch, sync) : atOnce(watch, sync);
        return syncs.begin(watch.account().id(), sync)
                .then(work)
                .onErrorResume(GroupSync::isPassing, error -> fail(watch, sync, failures, error));
    }

    private Mono<Boolean> atOnce(Watch watch, Instant sync) {
        String account = watch.account().id();
        return watch.call(api -> api.groups(watch.address())
                        .limitRate(PORTION)
                        .concatMap(group -> publish.publish(account, sync, group), 1)
                        .buffer(PORTION)
                        .concatMap(jids -> groups.seen(account, sync, jids), 1)
                        .then())
                .then(Mono.defer(() -> end(watch, sync)))
                .onErrorResume(GroupSync::tookTooLong, error -> line(watch, sync));
    }

    /** Has those asked for one by one that Evolution's list of chats has, if it answers that. */
    private Mono<Boolean> line(Watch watch, Instant sync) {
        String account = watch.account().id();
        return watch.call(api -> api.chats(watch.address()))
                .map(chats -> chats.stream().filter(jid -> jid.endsWith(GROUP)).toList())
                .flatMap(jids -> groups.waitFor(account, sync, jids))
                .then(syncs.oneByOne(account, sync))
                .thenReturn(true);
    }

    private Mono<Boolean> one(Watch watch, Instant sync, String jid) {
        String account = watch.account().id();
        Instant at = now();
        return watch.call(api -> api.group(watch.address(), jid))
                .flatMap(group -> publish.publish(account, at, group))
                .flatMap(told -> groups.seen(account, sync, List.of(jid)).thenReturn(true))
                .onErrorResume(
                        GroupSync::isNotThere,
                        error -> open(watch).then(groups.notFound(account, jid)).thenReturn(true));
    }

    /** Evolution refuses the same way when WhatsApp does not answer it; then nothing is known of the group. */
    private static Mono<Void> open(Watch watch) {
        return watch.call(api -> api.state(watch.address()))
                .filter(OPEN::equals)
                .switchIfEmpty(Mono.error(
                        () -> new EvolutionException(Kind.NOT_CONNECTED, "The link closed while groups were fetched")))
                .then();
    }

    private Mono<Boolean> end(Watch watch, Instant sync) {
        String account = watch.account().id();
        return groups.settle(account, sync)
                .flatMap(found -> syncs.end(account, sync, now(), found, now().plus(settings.every())))
                .doOnSuccess(done -> metrics.ended("done"))
                .thenReturn(false);
    }

    private Mono<Boolean> fail(Watch watch, Instant sync, int failures, Throwable error) {
        String word = word(error);
        Duration pause = settings.pauseAfter(failures + 1);
        Duration told = error instanceof EvolutionException refusal ? refusal.retryAfter() : null;
        Duration longer = told != null && told.compareTo(pause) > 0 ? told : pause;
        metrics.ended(word);
        return syncs.fail(watch.account().id(), sync, word, now().plus(longer)).thenReturn(false);
    }

    private static String word(Throwable error) {
        return error instanceof EvolutionException refusal
                ? refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "broker-away";
    }

    private static boolean isPassing(Throwable error) {
        return error instanceof EvolutionException || error instanceof BrokerUnavailableException;
    }

    private static boolean tookTooLong(Throwable error) {
        return error instanceof EvolutionException refusal && refusal.kind() == Kind.AWAY;
    }

    /** Evolution knows no such group, or not for this account. */
    private static boolean isNotThere(Throwable error) {
        return error instanceof EvolutionException refusal && refusal.kind() == Kind.REFUSED;
    }

    /** As the database has it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
