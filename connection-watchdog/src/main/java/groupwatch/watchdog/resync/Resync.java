package groupwatch.watchdog.resync;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.kafka.BrokerUnavailableException;
import groupwatch.watchdog.duty.Rests;
import groupwatch.watchdog.watch.Duty;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Compares an account's messages with Evolution's, page by page, in the order of urgency: by hand, after an outage, what is newer, all.
 *
 * <p>Where Evolution, the message store or the broker is away or asks for patience, the run waits: 5 seconds, then twice as long each
 * time, up to 10 minutes. What Evolution refuses of a chat is asked for with half the rows, since a page can be too large for it or for us;
 * five times refused it is passed over, told, and looked for again by the next run.
 */
@Component
class Resync implements Duty {

    private static final Logger log = LoggerFactory.getLogger(Resync.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** As long, a run is not planned and nothing is looked for, after nothing was due. What is asked for by hand does not wait for it. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final int MOST_REFUSALS = 5;

    private final ResyncSettings settings;
    private final PlannedRuns planned;
    private final Runs runs;
    private final RunChats chats;
    private final Suspects suspects;
    private final ChatStates states;
    private final PagePace pace;
    private final ListChats listChats;
    private final ComparePage comparePage;
    private final LookAgain lookAgain;
    private final EndRun endRun;
    private final Clock clock;
    private final Duration rest;
    private final Rests rests = new Rests();

    Resync(
            ResyncSettings settings,
            PlannedRuns planned,
            Runs runs,
            RunChats chats,
            Suspects suspects,
            ChatStates states,
            PagePace pace,
            ListChats listChats,
            ComparePage comparePage,
            LookAgain lookAgain,
            EndRun endRun,
            Clock clock) {
        this.settings = settings;
        this.planned = planned;
        this.runs = runs;
        this.chats = chats;
        this.suspects = suspects;
        this.states = states;
        this.pace = pace;
        this.listChats = listChats;
        this.comparePage = comparePage;
        this.lookAgain = lookAgain;
        this.endRun = endRun;
        this.clock = clock;
        Duration part = settings.every().dividedBy(5);
        this.rest = part.compareTo(LONGEST_REST) < 0 ? part : LONGEST_REST;
    }

    @Override
    public String name() {
        return "resync";
    }

    @Override
    public Mono<Boolean> step(Watch watch) {
        String account = watch.account().id();
        return Mono.defer(() -> rests.isResting(account, clock.instant())
                ? runs.next(account).hasElement().flatMap(due -> due ? goOn(watch, account) : Mono.just(false))
                : goOn(watch, account));
    }

    private Mono<Boolean> goOn(Watch watch, String account) {
        rests.wake(account);
        Mono<Void> plan = settings.enabled() ? planned.whatIsDue(account) : Mono.empty();
        return plan.then(Mono.defer(() -> lookAgain.look(account)))
                .flatMap(looked -> looked
                        ? Mono.just(true)
                        : runs.next(account)
                                .flatMap(run -> step(watch, run))
                                .switchIfEmpty(Mono.fromSupplier(() -> rest(account))));
    }

    private boolean rest(String account) {
        Instant now = clock.instant();
        rests.rest(account, now, now.plus(rest));
        return false;
    }

    private Mono<Boolean> step(Watch watch, Run run) {
        if (!run.listed()) {
            return listChats
                    .list(watch, run)
                    .thenReturn(true)
                    .onErrorResume(Resync::isPassing, error -> wait(run, error));
        }
        return chats.next(run).flatMap(chat -> page(watch, run, chat)).switchIfEmpty(Mono.defer(() -> finish(run)));
    }

    private Mono<Boolean> page(Watch watch, Run run, RunChat chat) {
        Mono<Boolean> page = comparePage
                .compare(watch, run, chat)
                .thenReturn(true)
                .onErrorResume(Resync::isPassing, error -> failed(run, chat, error));
        return pace.inTurn(run.account(), page);
    }

    /** As long as something is looked for, the run is not at its end. */
    private Mono<Boolean> finish(Run run) {
        return suspects.looksAgain(run.id(), RunChat.ALL)
                .then(suspects.nextLook(run))
                .flatMap(time -> runs.waitUntil(run, time).thenReturn(false))
                .switchIfEmpty(Mono.defer(() -> endRun.end(run).thenReturn(true)))
                .onErrorResume(Resync::isPassing, error -> wait(run, error));
    }

    private Mono<Boolean> failed(Run run, RunChat chat, Throwable error) {
        boolean refused = refuses(error);
        boolean givenUp = refused && chat.refusals() + 1 >= MOST_REFUSALS;
        return states.failed(run, chat, sentence(error))
                .then(refused ? chats.refused(chat, givenUp) : Mono.empty())
                .then(givenUp ? suspects.looksAgain(run.id(), chat.jid()) : Mono.empty())
                .then(wait(run, error));
    }

    private Mono<Boolean> wait(Run run, Throwable error) {
        log.atInfo()
                .addKeyValue("account", run.account())
                .addKeyValue("run", run.id())
                .addKeyValue("reason", sentence(error))
                .log("A comparison waits");
        return runs.failed(run, pause(run.failures(), error), sentence(error)).thenReturn(false);
    }

    static Duration pause(int failures, Throwable error) {
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
        Duration wanted = error instanceof EvolutionException refusal ? refusal.retryAfter() : null;
        Duration longer = wanted != null && wanted.compareTo(pause) > 0 ? wanted : pause;
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    private static boolean isPassing(Throwable error) {
        return error instanceof EvolutionException
                || error instanceof ServiceUnavailableException
                || error instanceof BrokerUnavailableException;
    }

    /** The same question would be refused again; the others wait for better times. */
    private static boolean refuses(Throwable error) {
        return error instanceof EvolutionException refusal && refusal.kind() == EvolutionException.Kind.REFUSED
                || error instanceof ServiceUnavailableException away && away.is(400);
    }

    private static String sentence(Throwable error) {
        return Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    }
}
