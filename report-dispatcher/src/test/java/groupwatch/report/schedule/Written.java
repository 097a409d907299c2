package groupwatch.report.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Schedules as tables of tests write them: {@code daily 08:00}, {@code weekly 1 08:00}, {@code monthly 31 08:00}, {@code cron 0 8 * * 1}. */
final class Written {

    private Written() {}

    static Schedule schedule(String text) {
        String[] words = text.split(" ", 2);
        String rest = words[1];
        return switch (words[0]) {
            case "daily" -> new Schedule.Daily(LocalTime.parse(rest));
            case "weekly" -> new Schedule.Weekly(DayOfWeek.of(day(rest)), at(rest));
            case "monthly" -> new Schedule.Monthly(day(rest), at(rest));
            default -> new Schedule.Cron(rest);
        };
    }

    private static int day(String rest) {
        return Integer.parseInt(rest.split(" ")[0]);
    }

    private static LocalTime at(String rest) {
        return LocalTime.parse(rest.split(" ")[1]);
    }
}
