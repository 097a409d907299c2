package groupwatch.report.compose.words;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One language of the mails. Its texts are in {@code words/<language>.properties}; {@code {0}} stands for the first of what is told. */
public final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** The last day in a row that has a word of its own. */
    private static final int LAST_ORDINAL = 10;

    private static final int MOST_PERCENT = 999;

    private final Locale locale;
    private final Map<String, String> texts;

    Words(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    public String say(String key, Object... told) {
        // in one go: a placeholder in what is told stays what it is
        return PLACE.matcher(text(key))
                .replaceAll(place -> Matcher.quoteReplacement(
                        String.valueOf(told[place.group(1).charAt(0) - '0'])));
    }

    /** The number, with its thing in the right form. All five languages have one form for 1 and one for the others, 0 too. */
    public String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".other"), number(number));
    }

    /** The same, with the number of all of them. */
    public String count(String key, long number, long all) {
        return say(key + (all == 1 ? ".one" : ".other"), number(number), number(all));
    }

    /** The same, with something else that is told along. */
    public String count(String key, long number, String told) {
        return say(key + (number == 1 ? ".one" : ".other"), number(number), told);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String percent(long percent) {
        return say("percent", number(percent));
    }

    /** @param key of the pattern */
    public String date(String key, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(text(key), locale).format(when);
    }

    /** Such as "third day". */
    public String dayInARow(int days) {
        return days <= LAST_ORDINAL ? say("day." + Math.max(days, 1)) : say("days.more", number(days));
    }

    /** Such as "▲ 6 %". */
    public String trend(long now, long before) {
        if (now == before) {
            return say("trend.same");
        }
        if (before == 0) {
            return say("trend.new");
        }
        long percent = Math.round(Math.abs(now - before) * 100.0 / before);
        String key = now > before ? "trend.up" : "trend.down";
        if (percent > MOST_PERCENT) {
            return say(key, say("times", number(Math.round((double) now / before))));
        }
        // a difference that rounds to nothing is still one
        return say(key, percent == 0 ? say("percent.under", percent(1)) : percent(percent));
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text \"" + key + "\" in " + locale);
        }
        return text;
    }
}
