package groupwatch.report.run;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.report.build.BuildReport;
import groupwatch.report.run.RunJobs.BuildOrder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes what a run says, and with it the mails. */
@Component
class BuildRun implements JobHandler<BuildOrder> {

    private final RunRows runs;
    private final BuildReport build;
    private final KeepRun keep;
    private final RunJobs jobs;

    BuildRun(RunRows runs, BuildReport build, KeepRun keep, RunJobs jobs) {
        this.runs = runs;
        this.build = build;
        this.keep = keep;
        this.jobs = jobs;
    }

    @Override
    public JobKind<BuildOrder> kind() {
        return jobs.build();
    }

    @Override
    public Mono<Outcome> run(Job<BuildOrder> job) {
        return runs.find(job.payload().run())
                .filter(run -> run.state() == RunState.BUILDING)
                .flatMap(run ->
                        build.build(run.report(), run.period(), true).flatMap(content -> keep.built(run, content)))
                .thenReturn(Outcome.DONE)
                .onErrorResume(
                        ServiceUnavailableException.class, away -> again(job, String.valueOf(away.getMessage())));
    }

    private Mono<Outcome> again(Job<BuildOrder> job, String reason) {
        return runs.delayed(job.payload().run(), reason).thenReturn(new Outcome.Again(reason));
    }

    @Override
    public Mono<Void> expire(Job<BuildOrder> job, String error) {
        return keep.failed(job.payload().run(), "Its content could not be made: " + error);
    }
}
