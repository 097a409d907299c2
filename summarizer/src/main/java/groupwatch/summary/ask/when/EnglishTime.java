package groupwatch.summary.ask.when;

import static groupwatch.summary.ask.when.Today.DayPart.AFTERNOON;
import static groupwatch.summary.ask.when.Today.DayPart.EVENING;
import static groupwatch.summary.ask.when.Today.DayPart.MORNING;
import static groupwatch.summary.ask.when.Today.DayPart.NIGHT;
import static groupwatch.summary.ask.when.Today.Unit.DAY;
import static groupwatch.summary.ask.when.Today.Unit.HOUR;
import static groupwatch.summary.ask.when.Today.Unit.MINUTE;
import static groupwatch.summary.ask.when.Today.Unit.MONTH;
import static groupwatch.summary.ask.when.Today.Unit.WEEK;
import static groupwatch.summary.ask.when.Today.Unit.YEAR;
import static groupwatch.summary.ask.when.Vocabulary.NEVER;

import groupwatch.summary.ask.when.Vocabulary.PartOfDay;
import java.util.List;
import java.util.Map;

/** The time words of English. */
final class EnglishTime {

    static final Vocabulary WORDS = new Vocabulary(
            Map.of(0, "today", 1, "yesterday", 2, "(?:the )?day before yesterday"),
            List.of("mondays?", "tuesdays?", "wednesdays?", "thursdays?", "fridays?", "saturdays?", "sundays?"),
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december"),
            Map.of(
                    MORNING,
                    "(?:in the )?morning",
                    AFTERNOON,
                    "(?:in the )?afternoon",
                    EVENING,
                    "(?:in the )?evening",
                    NIGHT,
                    "(?:at )?night"),
            "this",
            Map.of("last night", new PartOfDay(1, NIGHT), "tonight", new PartOfDay(0, NIGHT)),
            Map.of(MINUTE, "minutes?", HOUR, "hours?", DAY, "days?", WEEK, "weeks?", MONTH, "months?", YEAR, "years?"),
            "this|the current",
            "(?:the )?(?:last|past|previous)",
            NEVER,
            "(?:the )?(?:last|past|previous)",
            NEVER,
            "ago",
            "week-?end",
            "in|during|of",
            "(?:st|nd|rd|th)? (?:of )?",
            "(?:ever )?since|starting(?: from)?",
            "before",
            Map.ofEntries(
                    Map.entry("an?|one", 1),
                    Map.entry("two|a couple of", 2),
                    Map.entry("three|a few", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("ten", 10)));

    private EnglishTime() {}
}
