package groupwatch.report.build;

import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import groupwatch.report.schedule.Period;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each type of report has its own way. */
@Component
class ReportBuilder implements BuildReport {

    private final DailyReport daily;
    private final WeeklyReport weekly;
    private final ActivityReport activity;
    private final KeywordReport keywords;

    ReportBuilder(DailyReport daily, WeeklyReport weekly, ActivityReport activity, KeywordReport keywords) {
        this.daily = daily;
        this.weekly = weekly;
        this.activity = activity;
        this.keywords = keywords;
    }

    @Override
    public Mono<ReportContent> build(Report report, Period period, boolean asking) {
        return Mono.defer(() -> switch (report.type()) {
            case DAILY_SUMMARY -> daily.build(report, period, asking).cast(ReportContent.class);
            case WEEKLY_DIGEST -> weekly.build(report, period).cast(ReportContent.class);
            case ACTIVITY_ALERT -> activity.build(report, period).cast(ReportContent.class);
            case KEYWORD_ALERT -> keywords.build(report, period).cast(ReportContent.class);
        });
    }
}
