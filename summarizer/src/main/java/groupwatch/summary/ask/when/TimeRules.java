package groupwatch.summary.ask.when;

import groupwatch.summary.ask.when.Today.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of one language, what is longer before what is shorter. */
final class TimeRules {

    /** "next Monday" is not a Monday on which something was said. */
    private static final String NOT_AHEAD =
            "(?<!(?:next|coming|proxim[ao]|prossim[ao]|kommende[nmrs]?|nachste[nmrs]?) )";

    private static final String NOT_AHEAD_AFTER = "(?! (?:next|que vem|que viene|prossim[ao]|proxim[ao]))";

    private static final String YEAR = "(?:,? ?(?:de |del |of )?(?<year>20\\d\\d))";

    private final Vocabulary words;
    private final String number;
    private final List<TimeRule> rules = new ArrayList<>();

    private TimeRules(Vocabulary words) {
        this.words = words;
        this.number = "(?<n>\\d{1,3}|" + String.join("|", words.numbers().keySet()) + ")";
    }

    static List<TimeRule> of(Vocabulary words) {
        TimeRules rules = new TimeRules(words);
        rules.dates();
        words.units().forEach(rules::counted);
        rules.days();
        words.units().forEach(rules::relative);
        rules.weekends();
        rules.weekdays();
        rules.months();
        return List.copyOf(rules.rules);
    }

    private void add(String expression, TimeRule.Meaning meaning) {
        rules.add(TimeRule.of(expression, meaning));
    }

    /** "3rd of March 2026", "3 to 5 March", "March 3", "March 2026". */
    private void dates() {
        for (int i = 0; i < words.months().size(); i++) {
            int month = i + 1;
            String name = "(?:" + words.months().get(i) + ")";
            add(
                    "(?:(?:(?:from|between|dal?|tra|fra|del?|do|entre|vom|zwischen) (?:the |el |il |o |dem )?)?(?<first>\\d{1,2})\\.?(?:-| - | ?– ?| (?:to|and|al?|ao|bis|e|y|und) (?:el |il |o )?))?(?<day>\\d{1,2})(?:"
                            + words.of() + ")" + name + YEAR + "?",
                    (matched, today) -> date(matched, month, today));
            add(
                    name + " (?<day>\\d{1,2})(?:st|nd|rd|th)?" + YEAR + "?",
                    (matched, today) -> date(matched, month, today));
            add(
                    name + YEAR,
                    (matched, today) ->
                            today.month(YearMonth.of(Integer.parseInt(matched.group("year")), month), true));
        }
    }

    private static @Nullable Period date(Matcher matched, int month, Today today) {
        LocalDate last = date(matched.group("day"), month, matched.group("year"), today);
        String first = matched.namedGroups().containsKey("first") ? matched.group("first") : null;
        LocalDate from = first == null ? last : date(first, month, matched.group("year"), today);
        return last == null || from == null || from.isAfter(last) ? null : today.days(from, last.plusDays(1), true);
    }

    private static @Nullable LocalDate date(String day, int month, @Nullable String year, Today today) {
        int number = Integer.parseInt(day);
        if (number < 1 || number > Month.of(month).maxLength()) {
            return null;
        }
        if (year == null) {
            return today.newest(month, number);
        }
        YearMonth of = YearMonth.of(Integer.parseInt(year), month);
        return of.isValidDay(number) ? of.atDay(number) : null;
    }

    /** "3 days ago", "the last 3 days". */
    private void counted(Unit unit, String name) {
        add(
                "(?:" + words.agoBefore() + ") " + number + " (?:" + name + ")",
                (matched, today) -> today.ago(count(matched), unit));
        add(
                number + " (?:" + name + ") (?:" + words.agoAfter() + ")",
                (matched, today) -> today.ago(count(matched), unit));
        add(
                "(?:" + words.counted() + ") " + number + " (?:" + name + ")",
                (matched, today) -> today.last(count(matched), unit));
    }

    private int count(Matcher matched) {
        String written = matched.group("n");
        return words.numbers().entrySet().stream()
                .filter(word -> Pattern.matches(word.getKey(), written))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> Math.max(1, Integer.parseInt(written)));
    }

    /** "yesterday", "yesterday evening", "this morning". */
    private void days() {
        words.lone()
                .forEach((name, lone) -> add(
                        name, (matched, today) -> today.part(today.date().minusDays(lone.ago()), lone.part(), true)));
        words.days().forEach((ago, name) -> {
            words.parts()
                    .forEach((part, suffix) -> add(
                            "(?:" + name + ") (?:" + suffix + ")",
                            (matched, today) -> today.part(today.date().minusDays(ago), part, true)));
            add(name, (matched, today) -> today.day(today.date().minusDays(ago), true));
        });
        words.parts()
                .forEach((part, name) -> add(
                        "(?:" + words.these() + ") (?:" + name + ")",
                        (matched, today) -> today.part(today.date(), part, true)));
    }

    /** "last week", "this month". */
    private void relative(Unit unit, String name) {
        boolean brief = unit == Unit.MINUTE || unit == Unit.HOUR;
        add(last("(?:" + name + ")"), (matched, today) -> brief ? today.last(1, unit) : today.ago(1, unit));
        if (!brief && unit != Unit.DAY) {
            add("(?:" + words.thisBefore() + ") (?:" + name + ")", (matched, today) -> today.ago(0, unit));
        }
    }

    private void weekends() {
        String name = "(?:" + words.weekend() + ")";
        add(last(name), (matched, today) -> today.weekend(true, true));
        add(NOT_AHEAD + name + NOT_AHEAD_AFTER, (matched, today) -> today.weekend(false, false));
    }

    private void weekdays() {
        for (int i = 0; i < words.weekdays().size(); i++) {
            DayOfWeek weekday = DayOfWeek.of(i + 1);
            String name = "(?:" + words.weekdays().get(i) + ")";
            words.parts().forEach((part, suffix) -> {
                add(
                        last(name) + " (?:" + suffix + ")",
                        (matched, today) -> today.part(today.weekday(weekday, true), part, true));
                add(
                        NOT_AHEAD + name + " (?:" + suffix + ")",
                        (matched, today) -> today.part(today.weekday(weekday, false), part, false));
            });
            add(last(name), (matched, today) -> today.day(today.weekday(weekday, true), true));
            add(
                    NOT_AHEAD + name + NOT_AHEAD_AFTER,
                    (matched, today) -> today.day(today.weekday(weekday, false), false));
        }
    }

    /** "in March", "last March", "since March", "in 2025". */
    private void months() {
        String before = "(?:(?:" + words.in() + ") |(?<=(?:" + words.since() + "|" + words.before() + ") ))";
        for (int i = 0; i < words.months().size(); i++) {
            int month = i + 1;
            String name = "(?:" + words.months().get(i) + ")";
            add(last(name), (matched, today) -> today.month(today.newest(month, true), true));
            add(before + name + NOT_AHEAD_AFTER, (matched, today) -> today.month(today.newest(month, false), false));
        }
        add(before + "(?<year>20\\d\\d)", (matched, today) -> today.year(Integer.parseInt(matched.group("year"))));
    }

    /** What is said before or behind a time to make it the last one. */
    private String last(String name) {
        return "(?:(?:" + words.lastBefore() + ") " + name + "|" + name + " (?:" + words.lastAfter() + "))";
    }
}
