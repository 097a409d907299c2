package groupwatch.report.plan;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What became of reports the last time. */
public interface LastRuns {

    /** By report; without those that were never run. */
    Mono<Map<UUID, LastRun>> of(Collection<UUID> reports);
}
