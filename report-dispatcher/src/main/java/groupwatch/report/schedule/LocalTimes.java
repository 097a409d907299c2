package groupwatch.report.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.springframework.scheduling.support.CronExpression;

/** The times of a schedule as a clock on the wall shows them, whatever is done to that clock. */
final class LocalTimes {

    private LocalTimes() {}

    /** The first one after the given time. */
    static LocalDateTime next(Schedule schedule, LocalDateTime after) {
        return switch (schedule) {
            case Schedule.Daily daily -> daily(daily.at(), after);
            case Schedule.Weekly weekly -> weekly(weekly, after);
            case Schedule.Monthly monthly -> monthly(monthly, after);
            case Schedule.Cron cron -> cron(Crons.parse(cron.expression()), after);
        };
    }

    private static LocalDateTime daily(LocalTime at, LocalDateTime after) {
        LocalDateTime today = after.toLocalDate().atTime(at);
        return today.isAfter(after) ? today : today.plusDays(1);
    }

    private static LocalDateTime weekly(Schedule.Weekly weekly, LocalDateTime after) {
        LocalDateTime next = after.toLocalDate()
                .with(TemporalAdjusters.nextOrSame(weekly.day()))
                .atTime(weekly.at());
        return next.isAfter(after) ? next : next.plusWeeks(1);
    }

    private static LocalDateTime monthly(Schedule.Monthly monthly, LocalDateTime after) {
        YearMonth month = YearMonth.from(after);
        LocalDateTime next = day(month, monthly).atTime(monthly.at());
        return next.isAfter(after) ? next : day(month.plusMonths(1), monthly).atTime(monthly.at());
    }

    private static LocalDate day(YearMonth month, Schedule.Monthly monthly) {
        return month.atDay(Math.min(monthly.day(), month.lengthOfMonth()));
    }

    private static LocalDateTime cron(CronExpression cron, LocalDateTime after) {
        LocalDateTime next = cron.next(after);
        if (next == null) {
            throw new IllegalStateException("a cron expression that never comes was not refused");
        }
        return next;
    }
}
