package groupwatch.report.build;

import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import groupwatch.report.schedule.Period;
import reactor.core.publisher.Mono;

/** Makes the content of reports. */
public interface BuildReport {

    /**
     * What the report says of a period; the same again when nothing has changed since.
     *
     * <p>Errors: {@link groupwatch.kit.client.ServiceUnavailableException} when a service does not answer in time; another try later makes sense.
     *
     * @param asking whether summaries that are missing are asked for and awaited; else they are named as not ready
     */
    Mono<ReportContent> build(Report report, Period period, boolean asking);
}
