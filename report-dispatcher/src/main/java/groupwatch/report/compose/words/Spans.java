package groupwatch.report.compose.words;

import java.time.Duration;
import java.time.Instant;

/** How long something lasted, such as "1 h 20 min": the two largest units, a minute at least. */
public final class Spans {

    private Spans() {}

    public static String between(Words words, Instant from, Instant until) {
        Duration time = Duration.between(from, until);
        long days = time.toDays();
        if (days > 0) {
            return both(words.count("span.days", days), words, "span.hours", time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return both(words.say("span.hours", time.toHours()), words, "span.minutes", time.toMinutesPart());
        }
        return words.say("span.minutes", Math.max(1, time.toMinutes()));
    }

    private static String both(String large, Words words, String key, int small) {
        return small == 0 ? large : large + " " + words.say(key, small);
    }
}
