package groupwatch.report.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** Cron expressions of five fields: minute, hour, day of month, month, day of week. */
public final class Crons {

    private static final int FIELDS = 5;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;
    private static final int LEAST_MINUTES = 5;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final Set<String> ANY = Set.of("*", "?");

    /** Any day would do: a schedule comes on all of its days at the same times. */
    private static final LocalDateTime FROM =
            LocalDate.of(2024, 1, 1).atStartOfDay().minusNanos(1);

    private Crons() {}

    /** Why it is no schedule for a report, said to follow the field's name; absent when it is one. */
    public static @Nullable String problem(String expression) {
        if (expression.startsWith("@")) {
            return "takes five fields like 0 8 * * 1; names like @daily are not known here";
        }
        String[] fields = expression.split(" ", -1);
        if (fields.length != FIELDS) {
            return "takes five fields, one space between them: minute, hour, day of month, month, day of week";
        }
        CronExpression cron;
        try {
            cron = parse(expression);
        } catch (IllegalArgumentException error) {
            return "takes five fields like 0 8 * * 1: minute, hour, day of month, month, day of week";
        }
        if (!ANY.contains(fields[DAY_OF_MONTH]) && !ANY.contains(fields[DAY_OF_WEEK])) {
            return "names days of the month and of the week, which not all crons understand alike; leave one of them *";
        }
        LocalDateTime first = cron.next(FROM);
        if (first == null) {
            return "never comes";
        }
        return tooOften(cron, first) ? "comes more often than every " + LEAST_MINUTES + " minutes" : null;
    }

    static CronExpression parse(String expression) {
        return CronExpression.parse("0 " + expression);
    }

    private static boolean tooOften(CronExpression cron, LocalDateTime first) {
        LocalDateTime before = first;
        LocalDateTime next = cron.next(first);
        while (next != null && next.toLocalDate().equals(first.toLocalDate())) {
            if (minute(next.toLocalTime()) - minute(before.toLocalTime()) < LEAST_MINUTES) {
                return true;
            }
            before = next;
            next = cron.next(next);
        }
        // from the last one of a day to the first one of the day after
        int night = minute(first.toLocalTime()) + MINUTES_OF_DAY - minute(before.toLocalTime());
        return night < LEAST_MINUTES;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
