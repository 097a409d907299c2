package groupwatch.report.build;

import groupwatch.report.plan.Report;
import groupwatch.report.read.KnownGroup;
import groupwatch.report.read.StoreClient;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which groups a report tells of. */
@Component
class ReportGroups {

    /** Groups that are asked about at once. */
    static final int AT_ONCE = 8;

    private final StoreClient store;

    ReportGroups(StoreClient store) {
        this.store = store;
    }

    /** Those it names, as far as they are known; else all whose messages are kept. */
    Mono<List<KnownGroup>> of(Report report) {
        return store.groups(report.groups())
                .filter(group -> group.monitored() || !report.groups().isEmpty())
                .collectList();
    }
}
