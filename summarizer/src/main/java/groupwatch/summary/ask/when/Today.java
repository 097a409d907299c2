package groupwatch.summary.ask.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Now, by the asker's clock, and the periods that are counted from it. What has not begun yet is no period of messages: absent. */
record Today(ZonedDateTime now) {

    /** A date without a year that is so near ahead is the coming one. */
    private static final int SOON = 45;

    LocalDate date() {
        return now.toLocalDate();
    }

    @Nullable
    Period days(LocalDate from, LocalDate until, boolean strict) {
        return between(from.atStartOfDay(now.getZone()), until.atStartOfDay(now.getZone()), strict);
    }

    @Nullable
    Period day(LocalDate day, boolean strict) {
        return days(day, day.plusDays(1), strict);
    }

    /** A part of a day. */
    @Nullable
    Period part(LocalDate day, DayPart part, boolean strict) {
        return between(
                day.atTime(part.from()).atZone(now.getZone()),
                day.plusDays(part.overnight() ? 1 : 0).atTime(part.until()).atZone(now.getZone()),
                strict);
    }

    /** The whole week, from Monday on, so many weeks ago. */
    @Nullable
    Period week(int ago) {
        LocalDate monday = monday().minusWeeks(ago);
        return days(monday, monday.plusWeeks(1), true);
    }

    /** Saturday and Sunday: of this week where it has begun, else of the last. */
    @Nullable
    Period weekend(boolean last, boolean strict) {
        LocalDate saturday = monday().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        LocalDate begun = date().isBefore(saturday) || last ? saturday.minusWeeks(1) : saturday;
        return days(begun, begun.plusDays(2), strict);
    }

    @Nullable
    Period month(YearMonth month, boolean strict) {
        return days(month.atDay(1), month.plusMonths(1).atDay(1), strict);
    }

    @Nullable
    Period year(int year) {
        return days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), true);
    }

    /** So many units ago: that hour and the ones beside it, that day, that week, that month, that year. */
    @Nullable
    Period ago(int count, Unit unit) {
        return switch (unit) {
            case MINUTE -> between(now.minusMinutes(count + 5L), now.minusMinutes(Math.max(0, count - 5L)), true);
            case HOUR -> between(now.minusHours(count + 1L), now.minusHours(count - 1L), true);
            case DAY -> day(date().minusDays(count), true);
            case WEEK -> week(count);
            case MONTH -> month(YearMonth.from(date()).minusMonths(count), true);
            case YEAR -> year(date().getYear() - count);
        };
    }

    /** The last so many units up to now; of days, from the beginning of the first. */
    @Nullable
    Period last(int count, Unit unit) {
        return switch (unit) {
            case MINUTE -> between(now.minusMinutes(count), now, true);
            case HOUR -> between(now.minusHours(count), now, true);
            case DAY -> between(start(date().minusDays(count)), now, true);
            case WEEK -> between(start(date().minusWeeks(count)), now, true);
            case MONTH -> between(start(date().minusMonths(count)), now, true);
            case YEAR -> between(start(date().minusYears(count)), now, true);
        };
    }

    /** The newest such day; with {@code before}, one before today. */
    LocalDate weekday(DayOfWeek weekday, boolean before) {
        return date().with(before ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.previousOrSame(weekday));
    }

    /** The newest such month that has begun; with {@code before}, one before this. */
    YearMonth newest(int month, boolean before) {
        YearMonth current = YearMonth.from(date());
        YearMonth candidate = current.withMonth(month);
        boolean tooLate = before ? !candidate.isBefore(current) : candidate.isAfter(current);
        return tooLate ? candidate.minusYears(1) : candidate;
    }

    /** A day whose year nobody said; absent where the coming one is nearer. */
    @Nullable
    LocalDate newest(int month, int day) {
        for (int year = date().getYear() + 1; year > date().getYear() - 8; year--) {
            if (!YearMonth.of(year, month).isValidDay(day)) {
                continue;
            }
            LocalDate candidate = LocalDate.of(year, month, day);
            long ahead = ChronoUnit.DAYS.between(date(), candidate);
            if (ahead <= 0) {
                return candidate;
            }
            if (ahead <= SOON) {
                return null;
            }
        }
        return null;
    }

    @Nullable
    Period between(ZonedDateTime from, ZonedDateTime until, boolean strict) {
        return from.isBefore(until) && !from.isAfter(now)
                ? new Period(from.toInstant(), until.toInstant(), strict)
                : null;
    }

    private LocalDate monday() {
        return date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private ZonedDateTime start(LocalDate day) {
        return day.atStartOfDay(now.getZone());
    }

    /** What times can be counted in. */
    enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** Generous: people are not exact. */
    enum DayPart {
        MORNING(LocalTime.of(4, 0), LocalTime.NOON),
        AFTERNOON(LocalTime.NOON, LocalTime.of(18, 0)),
        EVENING(LocalTime.of(18, 0), LocalTime.MIDNIGHT),
        NIGHT(LocalTime.of(18, 0), LocalTime.of(6, 0));

        private final LocalTime from;
        private final LocalTime until;

        DayPart(LocalTime from, LocalTime until) {
            this.from = from;
            this.until = until;
        }

        LocalTime from() {
            return from;
        }

        LocalTime until() {
            return until;
        }

        boolean overnight() {
            return until.isBefore(from);
        }
    }
}
