package groupwatch.report.run;

import groupwatch.events.report.ReportEvent;
import groupwatch.kit.database.Routine;
import groupwatch.report.announce.Announce;
import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the topic of runs that have ended, again until it has it; forgets them after a while. */
@Component
class TellRuns {

    private static final int PORTION = 50;

    private final Routine routine;
    private final RunRows runs;
    private final DeliveryRows deliveries;
    private final Announce announce;
    private final RunMetrics metrics;
    private final RunSettings settings;
    private final Clock clock;

    TellRuns(
            Routine routine,
            RunRows runs,
            DeliveryRows deliveries,
            Announce announce,
            RunMetrics metrics,
            RunSettings settings,
            Clock clock) {
        this.routine = routine;
        this.runs = runs;
        this.deliveries = deliveries;
        this.announce = announce;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${groupwatch.report.run.tell-every:PT2S}",
            fixedDelayString = "${groupwatch.report.run.tell-every:PT2S}")
    Mono<Void> onSchedule() {
        return routine.run("tell what became of reports", Mono.defer(this::tell));
    }

    private Mono<Void> tell() {
        return runs.toTell(PORTION)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(run -> deliveries
                        .of(List.of(run.id()))
                        .collectList()
                        .flatMap(mails -> told(run, ToldRun.of(run, mails))))
                .then();
    }

    private Mono<Void> told(Run run, ReportEvent event) {
        return announce.tell(event)
                .then(runs.told(run.id()))
                .doOnNext(first -> {
                    if (first) {
                        metrics.ended(run);
                    }
                })
                .then();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    Mono<Void> forget() {
        return routine.run(
                "forget runs that ended long ago",
                Mono.defer(() -> runs.forgetEndedBefore(clock.instant().minus(settings.keep()))));
    }
}
