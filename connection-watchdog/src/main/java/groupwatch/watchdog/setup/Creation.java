package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.watchdog.watch.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds an account's instance, or makes it. */
@Component
class Creation {

    private static final Logger log = LoggerFactory.getLogger(Creation.class);

    private final SetupSettings settings;
    private final WantedWebhook webhook;

    Creation(SetupSettings settings, WantedWebhook webhook) {
        this.settings = settings;
        this.webhook = webhook;
    }

    /** @param created whether it was made just now */
    record Found(String state, boolean created) {}

    /** Fails with {@code NO_INSTANCE} when there is none and none is to be made. */
    Mono<Found> found(Watch watch) {
        return state(watch, false)
                .onErrorResume(
                        error -> settings.recreateMissing() && is(error, Kind.NO_INSTANCE), missing -> made(watch));
    }

    private Mono<Found> made(Watch watch) {
        return watch.call(api -> api.create(watch.address(), webhook.fresh(), OptionsRepair.fresh(watch.account())))
                .then(Mono.defer(() -> {
                    log.atInfo().addKeyValue("account", watch.account().id()).log("The account's instance was made");
                    return state(watch, true);
                }))
                // made by somebody else just now, or by our own call before, whose answer got lost
                .onErrorResume(error -> is(error, Kind.NAME_TAKEN), taken -> state(watch, false));
    }

    private static Mono<Found> state(Watch watch, boolean created) {
        return watch.call(api -> api.state(watch.address())).map(state -> new Found(state, created));
    }

    private static boolean is(Throwable error, Kind kind) {
        return error instanceof EvolutionException refusal && refusal.kind() == kind;
    }
}
