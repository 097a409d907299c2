package groupwatch.summary.ask.when;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An expression of time, and what it means. */
record TimeRule(Pattern pattern, Meaning meaning) {

    /** What was matched, counted from today. Absent where it is no time in which something was said. */
    @FunctionalInterface
    interface Meaning {
        @Nullable
        Period of(Matcher matched, Today today);
    }

    /** @param expression over folded text; stands between other letters and digits, never within */
    static TimeRule of(String expression, Meaning meaning) {
        return new TimeRule(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])"), meaning);
    }
}
