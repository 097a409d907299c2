package groupwatch.watchdog.watch;

import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.watchdog.link.LinkRecord;
import groupwatch.watchdog.link.Outages;
import groupwatch.watchdog.link.Signal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A check: how the instance is, whether it is set up as it should be, and whether it lives. */
@Component
class Look {

    private final InstanceSetup setup;
    private final ProofOfLife proof;
    private final LastHeard heard;
    private final Outages outages;
    private final Course course;
    private final LinkMetrics metrics;
    private final Clock clock;

    Look(
            InstanceSetup setup,
            ProofOfLife proof,
            LastHeard heard,
            Outages outages,
            Course course,
            LinkMetrics metrics,
            Clock clock) {
        this.setup = setup;
        this.proof = proof;
        this.heard = heard;
        this.outages = outages;
        this.course = course;
        this.metrics = metrics;
        this.clock = clock;
    }

    Mono<LinkRecord> at(Watch watch, LinkRecord link) {
        return setup.ensure(watch)
                .<Signal>map(Signal.Looked::new)
                .onErrorResume(EvolutionException.class, error -> Mono.just(Signal.Failed.of(error)))
                .doOnNext(metrics::looked)
                .flatMap(signal -> course.follow(watch.account(), link, signal))
                .flatMap(next -> judge(watch, next))
                .flatMap(next -> known(watch, next));
    }

    /** A link that cannot be judged is taken for what it says. */
    private Mono<LinkRecord> judge(Watch watch, LinkRecord link) {
        Instant since = link.memory().upSince();
        if (since == null || (link.status() != LinkStatus.OPEN && link.status() != LinkStatus.DEGRADED)) {
            return Mono.just(link);
        }
        return proof.of(watch, since)
                .<Signal>map(Signal.Judged::new)
                .onErrorResume(EvolutionException.class, error -> Mono.just(Signal.Failed.of(error)))
                .flatMap(signal -> course.follow(watch.account(), link, signal))
                .defaultIfEmpty(link);
    }

    /** What others got to know: when something came last, and what an outage has cost. */
    private Mono<LinkRecord> known(Watch watch, LinkRecord link) {
        String account = watch.account().id();
        Outage outage = link.link().outage();
        Mono<LinkRecord> settled = outage == null || outage.to() == null || outage.isSettled()
                ? Mono.just(link)
                : outages.find(outage.id())
                        .filter(Outage::isSettled)
                        .map(link::outage)
                        .defaultIfEmpty(link);
        return settled.flatMap(next -> heard.lastOf(account).map(next::heard).defaultIfEmpty(next))
                .flatMap(next -> course.keep(watch.account(), link, next, clock.instant()));
    }
}
