package groupwatch.report.plan;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.EventCodec;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import tools.jackson.core.type.TypeReference;

/** A row of the table to its record, and back. */
final class ReportRowMapping {

    private static final TypeReference<List<Search>> SEARCHES = new TypeReference<>() {};

    private ReportRowMapping() {}

    static PlannedReport read(Readable row) {
        return new PlannedReport(
                report(row), row.get("next_due_at", Instant.class), row.get("previous_until", Instant.class));
    }

    private static Report report(Readable row) {
        return new Report(
                value(row, "id", UUID.class),
                text(row, "name"),
                ReportType.valueOf(text(row, "type").toUpperCase(Locale.ROOT)),
                ScheduleColumns.read(row),
                ZoneId.of(text(row, "zone")),
                List.of(value(row, "recipients", String[].class)),
                Set.of(value(row, "group_jids", String[].class)),
                EventCodec.mapper().readValue(text(row, "searches"), SEARCHES),
                Locale.forLanguageTag(text(row, "language")),
                value(row, "statistics", Boolean.class),
                value(row, "active", Boolean.class),
                value(row, "created_at", Instant.class),
                value(row, "changed_at", Instant.class));
    }

    /** What a change may touch. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Report report) {
        ScheduleColumns schedule = ScheduleColumns.of(report.schedule());
        return statement
                .bind("id", report.id())
                .bind("name", report.name())
                .bind("type", report.type().word())
                .bind("schedule", schedule.schedule())
                .bind("at", Parameter.fromOrEmpty(schedule.at(), LocalTime.class))
                .bind("day", Parameter.fromOrEmpty(schedule.day(), Integer.class))
                .bind("cron", Parameter.fromOrEmpty(schedule.cron(), String.class))
                .bind("zone", report.zone().getId())
                .bind("recipients", report.recipients().toArray(String[]::new))
                .bind("groups", report.groups().stream().sorted().toArray(String[]::new))
                .bind("searches", EventCodec.mapper().writeValueAsString(report.searches()))
                .bind("language", report.language().toLanguageTag())
                .bind("statistics", report.statistics())
                .bind("active", report.active())
                .bind("changedAt", report.changedAt());
    }
}
