package groupwatch.summary.plan;

import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * How a group is summarised.
 *
 * @param enabled whether it is by itself
 * @param at when, for the day before
 * @param minMessages days with fewer are not summarised by themselves
 * @param alsoAt when, for the day so far
 */
public record Plan(
        boolean enabled,
        Locale language,
        Length length,
        LocalTime at,
        ZoneId zone,
        int minMessages,
        List<LocalTime> alsoAt) {

    public Plan {
        alsoAt = List.copyOf(alsoAt);
    }

    public Wish wish() {
        return new Wish(language, length);
    }
}
