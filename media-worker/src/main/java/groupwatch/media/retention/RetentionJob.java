package groupwatch.media.retention;

import groupwatch.events.message.MessageType;
import groupwatch.kit.database.Routine;
import groupwatch.media.MediaWorkerProperties;
import groupwatch.media.RetentionSettings;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every hour: files that were stored longer ago than their kind is kept. Replicas may do it at once: each row goes once. */
@Component
class RetentionJob {

    private static final int PORTION = 200;
    private static final int AT_ONCE = 2;

    private final Routine routine;
    private final MediaRows rows;
    private final RemoveMedia remove;
    private final RetentionSettings settings;
    private final Clock clock;

    RetentionJob(Routine routine, MediaRows rows, RemoveMedia remove, MediaWorkerProperties properties, Clock clock) {
        this.routine = routine;
        this.rows = rows;
        this.remove = remove;
        this.settings = properties.retention();
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    Mono<Void> runOnSchedule() {
        return routine.run("apply retention to media", Mono.defer(this::apply));
    }

    Mono<Void> apply() {
        return Flux.fromStream(() -> Stream.of(MessageType.values()))
                .filter(kind -> settings.of(kind).isPositive())
                .concatMap(kind -> apply(kind, clock.instant().minus(settings.of(kind))))
                .then();
    }

    private Mono<Void> apply(MessageType kind, Instant before) {
        return portion(kind, before)
                .expand(done -> done.size() < PORTION ? Mono.empty() : portion(kind, before))
                .then();
    }

    private Mono<List<MediaRow>> portion(MessageType kind, Instant before) {
        return rows.keptBefore(kind.wire(), before, PORTION)
                .collectList()
                .delayUntil(old -> Flux.fromIterable(old).flatMap(remove::expire, AT_ONCE));
    }
}
