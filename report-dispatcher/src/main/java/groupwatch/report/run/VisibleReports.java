package groupwatch.report.run;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.report.plan.PlannedReport;
import groupwatch.report.plan.ReportRows;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reports by their ids, as far as the caller may see them. */
@Component
class VisibleReports {

    private final ReportRows reports;

    VisibleReports(ReportRows reports) {
        this.reports = reports;
    }

    /** Fails with 404 when there is none, or none that the caller may see. */
    Mono<PlannedReport> find(String id) {
        return CurrentCaller.get()
                .flatMap(caller -> reports.find(uuid(id), caller.groups()))
                .switchIfEmpty(Mono.error(VisibleReports::none));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException error) {
            throw none();
        }
    }

    private static ProblemException none() {
        return ProblemException.notFound("There is no such report.");
    }
}
