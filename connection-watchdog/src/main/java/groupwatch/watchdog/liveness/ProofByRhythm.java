package groupwatch.watchdog.liveness;

import groupwatch.watchdog.link.Verdict;
import groupwatch.watchdog.liveness.Silence.Step;
import groupwatch.watchdog.watch.ProofOfLife;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds an account's silence against its own rhythm. Most are as usual and cost nothing; for the others Evolution's message store, then
 * WhatsApp itself is asked. Nothing is called dead while the suite itself has not read all that the gateway wrote.
 */
@Component
class ProofByRhythm implements ProofOfLife {

    private static final Verdict ALIVE = new Verdict.Alive();

    private final Heard heard;
    private final Proofs proofs;
    private final Probe probe;
    private final Listening listening;
    private final LivenessProperties settings;
    private final LivenessMetrics metrics;
    private final Clock clock;

    ProofByRhythm(
            Heard heard,
            Proofs proofs,
            Probe probe,
            Listening listening,
            LivenessProperties settings,
            LivenessMetrics metrics,
            Clock clock) {
        this.heard = heard;
        this.proofs = proofs;
        this.probe = probe;
        this.listening = listening;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Mono<Verdict> of(Watch watch, Instant openSince) {
        String account = watch.account().id();
        return heard.lastOf(account)
                .filter(openSince::isBefore)
                .defaultIfEmpty(openSince)
                .doOnNext(since -> metrics.silent(account, since))
                .flatMap(since -> judged(watch, since, clock.instant()));
    }

    private Mono<Verdict> judged(Watch watch, Instant since, Instant now) {
        if (since.plus(settings.quiet()).isAfter(now)) {
            return Mono.just(ALIVE);
        }
        String account = watch.account().id();
        Instant judgedFrom = since.isBefore(now.minus(Silence.LONGEST)) ? now.minus(Silence.LONGEST) : since;
        return heard.rhythm(account, judgedFrom, now)
                .zipWith(proofs.of(account), (rhythm, before) -> new Silence(since, now, rhythm, before))
                .flatMap(silence -> judged(watch, silence));
    }

    private Mono<Verdict> judged(Watch watch, Silence silence) {
        Step step = silence.next(settings);
        if (step == Step.NOTHING) {
            return Mono.just(ALIVE);
        }
        return proofs.looked(watch.account().id(), silence.now())
                .then(Mono.defer(() -> probe.of(watch, silence, step)))
                .flatMap(finding -> verdict(watch, silence, step, finding));
    }

    private Mono<Verdict> verdict(Watch watch, Silence silence, Step step, Finding finding) {
        Finding found =
                finding == Finding.FINE && step == Step.ASK && silence.isTooLong(settings) ? Finding.SILENT : finding;
        Optional<Verdict.Dead> dead = found.dead(silence.since());
        if (dead.isEmpty()) {
            metrics.probed(found.word());
            return Mono.just(ALIVE);
        }
        return isCertain(watch.account().id(), silence).flatMap(certain -> {
            metrics.probed(certain ? found.word() : Finding.UNKNOWN.word());
            if (!certain) {
                return Mono.just(ALIVE);
            }
            Mono<Void> noted =
                    found == Finding.SILENT ? proofs.silent(watch.account().id(), silence.now()) : Mono.empty();
            return noted.thenReturn(dead.get());
        });
    }

    /** Whether all is counted that came before, and that was nothing: some of it may have been counted only since. */
    private Mono<Boolean> isCertain(String account, Silence silence) {
        return listening
                .isUpToDate(silence.now().minus(settings.quiet().dividedBy(2)))
                .filter(upToDate -> upToDate)
                .flatMap(upToDate -> heard.lastOf(account)
                        .map(last -> !last.isAfter(silence.since()))
                        .defaultIfEmpty(true))
                .defaultIfEmpty(false);
    }
}
