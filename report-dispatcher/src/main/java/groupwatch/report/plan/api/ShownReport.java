package groupwatch.report.plan.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import groupwatch.report.plan.LastRun;
import groupwatch.report.plan.PlannedReport;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.ScheduleColumns;
import groupwatch.report.plan.Search;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown.
 *
 * @param time by the clock of {@code zone}, as {@code 08:00}
 * @param nextRunAt absent while it is paused
 * @param lastRunAt absent until the first run
 */
record ShownReport(
        UUID id,
        String name,
        ReportType type,
        String schedule,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime time,
        @Nullable Integer day,
        @Nullable String cron,
        String zone,
        List<String> recipients,
        List<String> groups,
        List<Search> searches,
        String language,
        boolean statistics,
        boolean active,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastRunAt,
        @Nullable String lastStatus,
        Instant createdAt,
        Instant changedAt) {

    static ShownReport of(PlannedReport planned, @Nullable LastRun last) {
        Report report = planned.report();
        ScheduleColumns schedule = ScheduleColumns.of(report.schedule());
        return new ShownReport(
                report.id(),
                report.name(),
                report.type(),
                schedule.schedule(),
                schedule.at(),
                schedule.day(),
                schedule.cron(),
                report.zone().getId(),
                report.recipients(),
                report.groups().stream().sorted().toList(),
                report.searches(),
                report.language().toLanguageTag(),
                report.statistics(),
                report.active(),
                planned.nextDueAt(),
                last == null ? null : last.at(),
                last == null ? null : last.status(),
                report.createdAt(),
                report.changedAt());
    }
}
