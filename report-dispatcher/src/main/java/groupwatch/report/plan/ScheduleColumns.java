package groupwatch.report.plan;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.report.schedule.Schedule;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A schedule laid flat, as columns and the API have it. */
public record ScheduleColumns(
        String schedule,
        @Nullable LocalTime at,
        @Nullable Integer day,
        @Nullable String cron) {

    public static ScheduleColumns of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Daily daily -> new ScheduleColumns("daily", daily.at(), null, null);
            case Schedule.Weekly weekly ->
                new ScheduleColumns("weekly", weekly.at(), weekly.day().getValue(), null);
            case Schedule.Monthly monthly -> new ScheduleColumns("monthly", monthly.at(), monthly.day(), null);
            case Schedule.Cron cron -> new ScheduleColumns("cron", null, null, cron.expression());
        };
    }

    static Schedule read(Readable row) {
        return switch (text(row, "schedule")) {
            case "daily" -> new Schedule.Daily(at(row));
            case "weekly" -> new Schedule.Weekly(DayOfWeek.of(value(row, "day", Integer.class)), at(row));
            case "monthly" -> new Schedule.Monthly(value(row, "day", Integer.class), at(row));
            case "cron" -> new Schedule.Cron(text(row, "cron"));
            default -> throw new IllegalStateException("a schedule that is not known here");
        };
    }

    private static LocalTime at(Readable row) {
        return value(row, "at", LocalTime.class);
    }
}
