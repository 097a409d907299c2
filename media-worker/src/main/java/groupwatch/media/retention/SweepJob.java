package groupwatch.media.retention;

import groupwatch.kit.database.Routine;
import groupwatch.media.MediaMetrics;
import groupwatch.media.row.KeptObjects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has the sweeper work, and looks how much is kept. */
@Component
class SweepJob {

    private final Routine routine;
    private final Sweeper sweeper;
    private final KeptObjects kept;
    private final MediaMetrics metrics;

    SweepJob(Routine routine, Sweeper sweeper, KeptObjects kept, MediaMetrics metrics) {
        this.routine = routine;
        this.sweeper = sweeper;
        this.kept = kept;
        this.metrics = metrics;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    Mono<Void> sweepOnSchedule() {
        return routine.run("sweep the object store", Mono.defer(sweeper::sweep));
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> tellOnSchedule() {
        return routine.run("tell what was not told", Mono.defer(sweeper::tellUntold));
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5M")
    Mono<Void> countOnSchedule() {
        return routine.run(
                "count what is kept", kept.usage().doOnNext(usage -> metrics.usage(usage.count(), usage.size())));
    }
}
