package groupwatch.store.activity;

import groupwatch.kit.database.Migration;
import groupwatch.store.StoreMetrics;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts dirty quarters, every ten seconds until none is left. What it has not come to yet is counted when it is read. */
@Component
class ActivityJob {

    private static final Logger log = LoggerFactory.getLogger(ActivityJob.class);

    /** The running quarter of a busy chat is dirty all the time; counting it once a minute is enough. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Migration migration;
    private final ActivityRecount recount;
    private final StoreMetrics metrics;

    ActivityJob(Migration migration, ActivityRecount recount, StoreMetrics metrics) {
        this.migration = migration;
        this.recount = recount;
        this.metrics = metrics;
    }

    @Scheduled(initialDelayString = "PT3S", fixedDelayString = "PT10S")
    Mono<Void> runOnSchedule() {
        return migration
                .done()
                .then(Mono.defer(() -> recount.recount(SETTLED))
                        .doOnNext(metrics::recounted)
                        .repeat()
                        .takeUntil(quarters -> quarters == 0)
                        .then())
                .doOnError(error -> log.warn("Activity could not be counted; next try in ten seconds", error))
                .onErrorComplete();
    }
}
