package groupwatch.report.plan.api;

import groupwatch.kit.api.Fields;
import groupwatch.report.schedule.Crons;
import groupwatch.report.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Reads when a report is wanted. What a schedule does not need is refused: whoever says it expects it to count. */
final class WantedSchedule {

    private static final int LONGEST = 100;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 31;

    private WantedSchedule() {}

    static Schedule read(Fields fields) {
        String word = fields.required("schedule", LONGEST);
        return switch (word) {
            case "daily" -> {
                without(fields, word, "day", "cron");
                yield new Schedule.Daily(time(fields));
            }
            case "weekly" -> {
                without(fields, word, "cron");
                yield new Schedule.Weekly(DayOfWeek.of(day(fields, DAYS_OF_WEEK)), time(fields));
            }
            case "monthly" -> {
                without(fields, word, "cron");
                yield new Schedule.Monthly(day(fields, DAYS_OF_MONTH), time(fields));
            }
            case "cron" -> {
                without(fields, word, "time", "day");
                yield cron(fields.required("cron", LONGEST));
            }
            default -> throw Fields.bad("schedule", "must be daily, weekly, monthly or cron");
        };
    }

    private static void without(Fields fields, String schedule, String... names) {
        for (String name : names) {
            if (fields.has(name)) {
                throw Fields.bad(name, "is not for a schedule that is " + schedule);
            }
        }
    }

    private static int day(Fields fields, int most) {
        Integer day = fields.number("day", 1, most);
        if (day == null) {
            throw Fields.bad("day", "must be given: a number from 1 to " + most);
        }
        return day;
    }

    private static LocalTime time(Fields fields) {
        String text = fields.required("time", LONGEST);
        try {
            if (text.length() == "00:00".length()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeParseException error) {
            // answered below, like any other text
        }
        throw Fields.bad("time", "must be a time of day like 08:00");
    }

    private static Schedule cron(String expression) {
        String why = Crons.problem(expression);
        if (why != null) {
            throw Fields.bad("cron", why);
        }
        return new Schedule.Cron(expression);
    }
}
