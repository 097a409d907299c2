package groupwatch.simulator.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as scripts name it. Workdays are counted from the story's first one, so that the story may begin on any of
 * them; the weekends lie wherever the calendar has them, and what is said there hangs on nothing else.
 */
sealed interface StoryDay {

    record Workday(int number) implements StoryDay {}

    record Weekend(int number, DayOfWeek day) implements StoryDay {}

    Pattern HEADING = Pattern.compile("== (?:day (\\d+)|weekend ([12]) (saturday|sunday))");

    static StoryDay read(Source.Line line) {
        Matcher heading = HEADING.matcher(line.text());
        if (!heading.matches()) {
            throw new ScriptException(line, "wants “== day 3” or “== weekend 1 saturday”");
        }
        return heading.group(1) != null
                ? new Workday(Integer.parseInt(heading.group(1)))
                : new Weekend(
                        Integer.parseInt(heading.group(2)),
                        heading.group(3).equals("sunday") ? DayOfWeek.SUNDAY : DayOfWeek.SATURDAY);
    }

    /** @param first the story's first day, a workday */
    default LocalDate date(LocalDate first) {
        return switch (this) {
            case Workday workday -> workday(first, workday.number());
            case Weekend weekend ->
                first.with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                        .plusWeeks(weekend.number() - 1)
                        .plusDays(weekend.day() == DayOfWeek.SUNDAY ? 1 : 0);
        };
    }

    static LocalDate workday(LocalDate first, int number) {
        LocalDate date = first;
        for (int passed = 1; passed < number; passed++) {
            do {
                date = date.plusDays(1);
            } while (isWeekend(date));
        }
        return date;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
