package groupwatch.media.transcript;

import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.media.announce.Announce;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import groupwatch.media.row.StoredFile;
import groupwatch.media.transcribe.Transcribe;
import groupwatch.media.transcribe.TranscriptionRefusedException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The job of one transcript: have it made, write it down, tell. A file whose bytes were heard for another message takes that transcript. */
@Component
class TranscribeMedia implements JobHandler<TranscriptOrder> {

    private final MediaRows rows;
    private final ObjectStore objects;
    private final Transcribe transcribe;
    private final Announce announce;

    TranscribeMedia(MediaRows rows, ObjectStore objects, Transcribe transcribe, Announce announce) {
        this.rows = rows;
        this.objects = objects;
        this.transcribe = transcribe;
        this.announce = announce;
    }

    @Override
    public JobKind<TranscriptOrder> kind() {
        return TranscriptJobs.KIND;
    }

    /** A file that is gone needs no transcript. */
    @Override
    public Mono<Outcome> run(Job<TranscriptOrder> job) {
        return rows.find(job.payload().mediaId())
                .filter(row -> row.stored() != null)
                .flatMap(this::transcribed)
                .flatMap(announce::tell)
                .thenReturn(Outcome.DONE)
                .onErrorResume(
                        TranscriptionRefusedException.class,
                        error -> Mono.just(
                                new Outcome.Failed(Objects.requireNonNullElse(error.getMessage(), "refused"))));
    }

    private Mono<MediaRow> transcribed(MediaRow row) {
        StoredFile file = Objects.requireNonNull(row.stored());
        return rows.transcriptOf(file.sha256())
                .switchIfEmpty(Mono.defer(
                        () -> transcribe.of(file.mime(), file.size(), objects.read(file.key(), ByteRange.ALL))))
                .flatMap(transcript -> rows.transcribed(row.id(), transcript));
    }
}
