package groupwatch.media.transcript;

import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.jobs.NewJob;
import groupwatch.kit.jobs.RetrySchedule;
import groupwatch.media.keep.AfterKeeping;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.StoredFile;
import groupwatch.media.transcribe.Transcribe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A file that is kept becomes a job, when such files are to be transcribed and nobody has heard it yet. */
@Component
class TranscriptJobs implements AfterKeeping {

    static final JobKind<TranscriptOrder> KIND = new JobKind<>(
            "transcript",
            TranscriptOrder.class,
            new RetrySchedule(
                    List.of(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6))),
            2,
            2,
            Duration.ofMinutes(30));

    /** A server that does not answer for so long has gone. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Transcribe transcribe;
    private final Jobs jobs;
    private final Clock clock;

    TranscriptJobs(Transcribe transcribe, Jobs jobs, Clock clock) {
        this.transcribe = transcribe;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Mono<Void> kept(MediaRow row) {
        StoredFile file = row.stored();
        if (file == null || file.transcript() != null || !transcribe.wants(row.kind(), file.size(), file.seconds())) {
            return Mono.empty();
        }
        return jobs.renew(
                        KIND,
                        new NewJob<>(
                                row.id().toString(),
                                "transcripts",
                                new TranscriptOrder(row.id()),
                                null,
                                clock.instant().plus(PATIENCE)))
                .then();
    }

    @Override
    public void announce(MediaRow row) {
        jobs.announce();
    }
}
