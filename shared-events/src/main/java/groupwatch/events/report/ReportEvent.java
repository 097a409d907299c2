package groupwatch.events.report;

import groupwatch.events.PublishedEvent;

/** What became of a report that was due. */
public sealed interface ReportEvent extends PublishedEvent permits ReportSent, ReportFailed {

    ReportRun run();
}
