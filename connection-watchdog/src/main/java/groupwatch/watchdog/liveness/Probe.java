package groupwatch.watchdog.liveness;

import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.evolution.InstanceRow;
import groupwatch.kit.evolution.MessageQuery;
import groupwatch.watchdog.liveness.Silence.Step;
import groupwatch.watchdog.watch.Watch;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks Evolution, and WhatsApp over it, whether a silent link is alive. */
@Component
class Probe {

    /** The newest may all be the account's own. */
    private static final int ROWS = 10;

    /** These tell nothing of the link to WhatsApp; and who is asked too often is there. */
    private static final Set<Kind> NOT_ABOUT_THE_LINK = Set.of(
            Kind.NOT_ASKED, Kind.NOT_CONFIGURED, Kind.KEY_REFUSED, Kind.NO_INSTANCE, Kind.TOO_OFTEN, Kind.UNLICENSED);

    private final LivenessProperties settings;

    Probe(LivenessProperties settings) {
        this.settings = settings;
    }

    Mono<Finding> of(Watch watch, Silence silence, Step step) {
        return stored(watch, silence)
                .flatMap(stored -> stored == Finding.UNTOLD || step == Step.LOOK ? Mono.just(stored) : answer(watch));
    }

    private Mono<Finding> stored(Watch watch, Silence silence) {
        MessageQuery newest = new MessageQuery(null, null, null, 1, ROWS);
        return watch.call(api -> api.messages(watch.address(), newest).timeout(settings.answerTimeout()))
                .map(rows -> UntoldRows.oldest(rows, silence.since(), silence.now(), settings.directChats())
                                .isPresent()
                        ? Finding.UNTOLD
                        : Finding.FINE)
                .onErrorResume(EvolutionException.class, error -> Mono.just(Finding.UNKNOWN))
                .onErrorResume(TimeoutException.class, error -> Mono.just(Finding.UNKNOWN));
    }

    /** One answer that does not come may be bad luck. */
    private Mono<Finding> answer(Watch watch) {
        return number(watch)
                .flatMap(number -> asked(watch, number)
                        .filter(finding -> finding != Finding.NO_ANSWER)
                        .switchIfEmpty(Mono.defer(() -> asked(watch, number))))
                .defaultIfEmpty(Finding.UNKNOWN)
                .onErrorResume(EvolutionException.class, error -> Mono.just(Finding.UNKNOWN))
                .onErrorResume(TimeoutException.class, error -> Mono.just(Finding.UNKNOWN));
    }

    private Mono<Finding> asked(Watch watch, String number) {
        return watch.call(api -> api.isOnWhatsApp(watch.address(), number).timeout(settings.answerTimeout()))
                .thenReturn(Finding.FINE)
                .onErrorResume(
                        EvolutionException.class,
                        error -> Mono.just(
                                NOT_ABOUT_THE_LINK.contains(error.kind()) ? Finding.UNKNOWN : Finding.NO_ANSWER))
                .onErrorResume(TimeoutException.class, error -> Mono.just(Finding.NO_ANSWER));
    }

    /** The account's own, so that WhatsApp learns nothing new of anybody; empty when nobody knows it. */
    private Mono<String> number(Watch watch) {
        String given = watch.account().number();
        return given != null
                ? Mono.just(given)
                : watch.call(api -> api.instance(watch.address()).timeout(settings.answerTimeout()))
                        .mapNotNull(InstanceRow::owner)
                        .map(owner -> owner.replaceFirst("[:@].*", ""));
    }
}
