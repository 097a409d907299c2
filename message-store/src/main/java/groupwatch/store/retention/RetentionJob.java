package groupwatch.store.retention;

import groupwatch.kit.database.Routine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Applies retention once a day, after two in the night (UTC). It is asked every hour, by every replica: so a night in which
 * the service was down is made up for, and a run that was cut short is gone on with.
 */
@Component
class RetentionJob {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Routine routine;
    private final ApplyRetention retention;
    private final Clock clock;

    RetentionJob(Routine routine, ApplyRetention retention, Clock clock) {
        this.routine = routine;
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    Mono<Void> runOnSchedule() {
        return routine.run("apply retention", Mono.defer(() -> retention.run(lastNight(clock.instant()), PATIENCE)));
    }

    /** The last time it was two in the night. */
    static Instant lastNight(Instant now) {
        Instant tonight = now.truncatedTo(ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .with(NIGHT)
                .toInstant();
        return tonight.isAfter(now) ? tonight.minus(Duration.ofDays(1)) : tonight;
    }
}
