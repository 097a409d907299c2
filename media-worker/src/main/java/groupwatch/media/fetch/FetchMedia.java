package groupwatch.media.fetch;

import groupwatch.events.message.MediaState;
import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.media.FetchSettings;
import groupwatch.media.MediaWorkerProperties;
import groupwatch.media.announce.Announce;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The job of one message's file: fetch, check, look into, keep, tell. What is kept already is told again. */
@Component
class FetchMedia implements JobHandler<FetchOrder> {

    private final FetchJobs jobs;
    private final FetchSettings settings;
    private final MediaRows rows;
    private final ObjectStore objects;
    private final WorkFolder work;
    private final Bytes bytes;
    private final KeepFetched keep;
    private final Announce announce;
    private final Verdicts verdicts;

    FetchMedia(
            FetchJobs jobs,
            MediaWorkerProperties properties,
            MediaRows rows,
            ObjectStore objects,
            WorkFolder work,
            Bytes bytes,
            KeepFetched keep,
            Announce announce,
            Verdicts verdicts) {
        this.jobs = jobs;
        this.settings = properties.fetch();
        this.rows = rows;
        this.objects = objects;
        this.work = work;
        this.bytes = bytes;
        this.keep = keep;
        this.announce = announce;
        this.verdicts = verdicts;
    }

    @Override
    public JobKind<FetchOrder> kind() {
        return jobs.kind();
    }

    /** A row that is gone was erased: there is nothing to do. */
    @Override
    public Mono<Outcome> run(Job<FetchOrder> job) {
        return rows.find(job.payload().mediaId())
                .flatMap(row -> attempted(row, job))
                .defaultIfEmpty(Outcome.DONE);
    }

    private Mono<Outcome> attempted(MediaRow row, Job<FetchOrder> job) {
        if (row.stored() != null) {
            return announce.tell(row).thenReturn(Outcome.DONE);
        }
        String refusal = job.payload().anyway()
                ? null
                : settings.refusal(
                        row.message().chat(), row.kind(), row.claimed().size());
        if (refusal != null) {
            return end(row, new Verdict.Ended(MediaState.FAILED, refusal, "the settings do not want such files"));
        }
        return fetched(row).onErrorResume(error -> judged(row, verdicts.of(error, job)));
    }

    /** The object store is asked first: bytes that cannot be kept need not be fetched. */
    private Mono<Outcome> fetched(MediaRow row) {
        return objects.check()
                .then(Mono.defer(() ->
                        work.withFile(path -> bytes.into(path, row).flatMap(file -> keep.kept(row, file)))))
                .flatMap(announce::tell)
                .thenReturn(Outcome.DONE);
    }

    private Mono<Outcome> judged(MediaRow row, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Waits waits -> Mono.just(waits.outcome());
            case Verdict.Ended ended -> end(row, ended);
        };
    }

    private Mono<Outcome> end(MediaRow row, Verdict.Ended ended) {
        return rows.ended(row.id(), ended.state(), ended.reason(), ended.detail())
                .flatMap(announce::tell)
                .thenReturn(
                        ended.state() == MediaState.EXPIRED
                                ? new Outcome.Expired(ended.sentence())
                                : new Outcome.Failed(ended.sentence()));
    }

    @Override
    public Mono<Void> expire(Job<FetchOrder> job, String error) {
        return rows.find(job.payload().mediaId())
                .filter(row -> row.stored() == null)
                .flatMap(row -> end(row, new Verdict.Ended(MediaState.EXPIRED, "gave-up", error)))
                .then();
    }
}
