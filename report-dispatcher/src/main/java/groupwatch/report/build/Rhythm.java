package groupwatch.report.build;

import groupwatch.report.read.GroupStats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * How many messages a group usually has on a day like this, by the eight weeks before: the median of the same weekdays. While there are fewer
 * than three of these, it is measured by the days from Monday to Friday or by those of weekends, whichever the day is one of: many groups are
 * quiet every weekend. A group that is younger than a week is measured by none: nothing is unusual there yet. Pure.
 */
final class Rhythm {

    static final int WEEKS = 8;

    /** A silence that goes on is no news any more. */
    static final int TOLD_DAYS = 7;

    private static final int ENOUGH_WEEKDAYS = 3;
    private static final int JUDGED_FROM = 7;

    private static final double SILENT_SHARE = 0.1;
    private static final double SILENT_USUAL = 5;

    private static final double LOUD_TIMES = 3;
    private static final double LOUD_MORE = 20;
    private static final double LOUD_SPREADS = 6;

    private final GroupStats stats;
    private final LocalDate day;
    private final LocalDate begin;

    /** @param stats of the eight weeks before the day and of the day itself */
    Rhythm(GroupStats stats, LocalDate day) {
        this.stats = stats;
        this.day = day;
        this.begin = day.minusWeeks(WEEKS)
                .datesUntil(day)
                .filter(date -> stats.on(date) > 0)
                .findFirst()
                .orElse(day);
    }

    /** First day that has to be asked for. */
    static LocalDate since(LocalDate day) {
        return day.minusWeeks(WEEKS);
    }

    long messages() {
        return stats.on(day);
    }

    /** Messages on such a day; 0 while that cannot be told. */
    double usual() {
        return usual(day);
    }

    /** A tenth of the usual at most, where that is five or more, and not for more than a week. */
    boolean isSilent() {
        return usual() >= SILENT_USUAL && isQuiet(day) && quietDays() <= TOLD_DAYS;
    }

    /** Three times the usual, 20 more than it, and far beyond what such days differ by. */
    boolean isLoud() {
        return isJudged() && isLoud(day);
    }

    /** Days in a row that are as quiet as this one, which is one of them. */
    int quietDays() {
        return inARow(this::isQuiet);
    }

    /** Days in a row that are as loud as this one, which is one of them. */
    int loudDays() {
        return inARow(this::isLoud);
    }

    private int inARow(Predicate<LocalDate> such) {
        LocalDate date = day;
        while (!date.isBefore(begin) && such.test(date)) {
            date = date.minusDays(1);
        }
        return (int) ChronoUnit.DAYS.between(date, day);
    }

    /** Of a weekday on which nobody writes, also no message at all is usual. */
    private boolean isQuiet(LocalDate date) {
        return stats.on(date) <= SILENT_SHARE * usual(date);
    }

    private boolean isLoud(LocalDate date) {
        double[] such = such(date);
        double usual = median(such);
        double messages = stats.on(date);
        return messages >= LOUD_TIMES * usual
                && messages >= usual + LOUD_MORE
                && messages > usual + LOUD_SPREADS * spread(such, usual);
    }

    private boolean isJudged() {
        return history() >= JUDGED_FROM;
    }

    private long history() {
        return ChronoUnit.DAYS.between(begin, day);
    }

    private double usual(LocalDate date) {
        return isJudged() ? median(such(date)) : 0;
    }

    /** The days before that are like it. A whole week has two of each kind at least. */
    private double[] such(LocalDate date) {
        double[] weekdays = before(before -> before.getDayOfWeek() == date.getDayOfWeek());
        return weekdays.length < ENOUGH_WEEKDAYS ? before(before -> isWeekend(before) == isWeekend(date)) : weekdays;
    }

    private double[] before(Predicate<LocalDate> like) {
        return begin.datesUntil(day).filter(like).mapToDouble(stats::on).toArray();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Median absolute deviation. */
    private static double spread(double[] values, double median) {
        return median(
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
