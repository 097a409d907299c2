package groupwatch.watchdog.liveness;

import groupwatch.watchdog.link.Verdict;
import groupwatch.watchdog.liveness.Silence.Before;
import groupwatch.watchdog.liveness.Silence.Death;
import groupwatch.watchdog.liveness.Silence.Step;
import groupwatch.watchdog.watch.ProofOfLife;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Instant;
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
        return heard.lastOf(account).defaultIfEmpty(Instant.MIN).flatMap(last -> {
            Instant since = last.isAfter(openSince) ? last : openSince;
            metrics.silent(account, since);
            return proofs.of(account).flatMap(before -> judged(watch, last, since, before));
        });
    }

    private Mono<Verdict> judged(Watch watch, Instant last, Instant since, Before before) {
        String account = watch.account().id();
        Instant now = clock.instant();
        Death death = before.death();
        if (death != null && last.isAfter(death.at())) {
            return proofs.alive(account).thenReturn(ALIVE);
        }
        if (death == null && since.plus(settings.quiet()).isAfter(now)) {
            return Mono.just(ALIVE);
        }
        Instant judgedFrom = since.isBefore(now.minus(Silence.LONGEST)) ? now.minus(Silence.LONGEST) : since;
        return heard.rhythm(account, judgedFrom, now)
                .map(rhythm -> new Silence(since, now, rhythm, before))
                .flatMap(silence -> death == null ? doubted(watch, silence) : mourned(watch, silence, death));
    }

    private Mono<Verdict> doubted(Watch watch, Silence silence) {
        Step step = silence.next(settings);
        return step == Step.NOTHING
                ? Mono.just(ALIVE)
                : probed(watch, silence, step)
                        .map(finding -> finding == Finding.FINE && step == Step.ASK && silence.isTooLong(settings)
                                ? Finding.SILENT
                                : finding)
                        .flatMap(finding -> verdict(watch, silence, finding, silence.since()));
    }

    /** It was called dead, and nothing was heard of it since: only an answer makes it alive, and not that nobody asked. */
    private Mono<Verdict> mourned(Watch watch, Silence silence, Death death) {
        if (!silence.isDue(settings)) {
            return Mono.empty();
        }
        return probed(watch, silence, Step.ASK).flatMap(finding -> {
            if (finding != Finding.FINE) {
                return verdict(watch, silence, finding, death.from());
            }
            // whether it tells is not known before there is something to tell, or for a while nothing was
            return death.cause() == Finding.UNTOLD && silence.isNew(settings)
                    ? verdict(watch, silence, Finding.UNKNOWN, death.from())
                    : proofs.alive(watch.account().id())
                            .then(Mono.defer(() -> verdict(watch, silence, finding, death.from())));
        });
    }

    private Mono<Finding> probed(Watch watch, Silence silence, Step step) {
        return proofs.looked(watch.account().id(), silence.now())
                .then(Mono.defer(() -> probe.of(watch, silence, step)));
    }

    private Mono<Verdict> verdict(Watch watch, Silence silence, Finding finding, Instant deadFrom) {
        String account = watch.account().id();
        Verdict dead = finding.dead(deadFrom).orElse(null);
        if (dead == null) {
            metrics.probed(finding.word());
            return finding == Finding.FINE ? Mono.just(ALIVE) : Mono.empty();
        }
        return isCertain(account, silence)
                .doOnNext(certain -> metrics.probed(certain ? finding.word() : Finding.UNKNOWN.word()))
                .filter(certain -> certain)
                .flatMap(certain ->
                        proofs.died(account, finding, silence.now(), deadFrom).thenReturn(dead));
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
