package groupwatch.summary.ask.when;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Dates in digits. The day stands first, unless that cannot be. */
final class NumericDates {

    /** "24/7" and "1/2" are no dates; "on 24/7" is one. */
    private static final String INTRODUCED =
            "(?<=(?:on|from|to|since|until|em|no|dia|do|desde|ate|il|dal|al|del|el|am|vom|seit|bis|zum) )";

    static final List<TimeRule> ALL = List.of(
            TimeRule.of("(?<year>20\\d\\d)-(?<b>\\d{1,2})-(?<a>\\d{1,2})", NumericDates::period),
            TimeRule.of("(?<a>\\d{1,2})([./-])(?<b>\\d{1,2})\\2(?<year>20\\d\\d|\\d\\d)", NumericDates::period),
            TimeRule.of("(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.", NumericDates::period),
            TimeRule.of(INTRODUCED + "(?<a>\\d{1,2})/(?<b>\\d{1,2})(?!/)", NumericDates::period));

    private NumericDates() {}

    private static @Nullable Period period(Matcher matched, Today today) {
        int a = Integer.parseInt(matched.group("a"));
        int b = Integer.parseInt(matched.group("b"));
        String year = matched.namedGroups().containsKey("year") ? matched.group("year") : null;
        LocalDate day = b > 12 ? date(b, a, year, today) : date(a, b, year, today);
        return day == null ? null : today.day(day, true);
    }

    private static @Nullable LocalDate date(int day, int month, @Nullable String year, Today today) {
        try {
            if (year == null) {
                return month < 1 || month > 12 || day < 1 || day > 31 ? null : today.newest(month, day);
            }
            int written = Integer.parseInt(year);
            return LocalDate.of(written < 100 ? 2000 + written : written, month, day);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
