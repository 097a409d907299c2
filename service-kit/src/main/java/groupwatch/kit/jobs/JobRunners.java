package groupwatch.kit.jobs;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The runners of all kinds: started after the schema, stopped before the database's pool. */
final class JobRunners implements SmartLifecycle {

    private final List<? extends JobRunner<?>> runners;

    JobRunners(List<? extends JobRunner<?>> runners) {
        this.runners = List.copyOf(runners);
    }

    @Override
    public void start() {
        runners.forEach(JobRunner::start);
    }

    @Override
    public void stop() {
        runners.forEach(JobRunner::stop);
    }

    @Override
    public boolean isRunning() {
        return runners.stream().anyMatch(JobRunner::isRunning);
    }
}
