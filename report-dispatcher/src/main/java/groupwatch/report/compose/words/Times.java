package groupwatch.report.compose.words;

import groupwatch.report.schedule.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** Days and times of a report, by the clock of its zone. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Words words;
    private final Period period;

    public Times(Words words, Period period) {
        this.words = words;
        this.period = period;
    }

    /** Such as "Thu 19 Nov 2026", or the first and the last of several. */
    public String days() {
        return range("date.full");
    }

    /** The same in short, for where the year is clear. */
    public String shortDays() {
        return range("date.short");
    }

    /** The days as long before as the period is long, such as "Wed 18 Nov". */
    public String dayBefore() {
        return day(period.firstDay().minusDays(1));
    }

    public String day(LocalDate day) {
        return words.date("date.short", day);
    }

    /** Such as "09:12"; with its day when it is not plain which one is meant. */
    public String time(Instant at) {
        return time(at, oneDay() ? period.firstDay() : null);
    }

    /** @param told the day that is told already */
    public String time(Instant at, @Nullable LocalDate told) {
        ZonedDateTime local = at.atZone(period.zone());
        return local.toLocalDate().equals(told) ? CLOCK.format(local) : moment(local);
    }

    /** Such as "02:10–03:40". */
    public String span(Instant from, Instant until) {
        return time(from) + "–" + time(until, from.atZone(period.zone()).toLocalDate());
    }

    public String zone() {
        return period.zone().getId();
    }

    /** When clocks changed within the period: times before and after are not of the same clock. */
    public @Nullable String clockChange() {
        ZoneOffsetTransition change = period.zone().getRules().nextTransition(period.from());
        if (change == null || !change.getInstant().isBefore(period.until())) {
            return null;
        }
        Duration by = change.getDuration();
        LocalDateTime at = change.getDateTimeBefore();
        return words.say(
                by.isNegative() ? "clock.back" : "clock.forward",
                words.date("date.short", at),
                CLOCK.format(at),
                CLOCK.format(change.getDateTimeAfter()));
    }

    private String moment(ZonedDateTime local) {
        return words.date("date.short", local) + " " + CLOCK.format(local);
    }

    private String range(String pattern) {
        return oneDay()
                ? words.date(pattern, period.firstDay())
                : words.say(
                        "range",
                        words.date(sameMonth() ? "date.axis" : "date.short", period.firstDay()),
                        words.date(pattern, period.lastDay()));
    }

    private boolean sameMonth() {
        return YearMonth.from(period.firstDay()).equals(YearMonth.from(period.lastDay()));
    }

    private boolean oneDay() {
        return period.firstDay().equals(period.lastDay());
    }
}
