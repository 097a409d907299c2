package groupwatch.summary.ask.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a model cites: {@code [3]}, {@code [3, 7]}, {@code [3-5]}. */
final class Cites {

    private static final String NUMBERS = "\\s*\\d{1,6}(?:\\s*[,;–-]\\s*\\d{1,6})*\\s*";
    private static final Pattern CITATION = Pattern.compile("\\[" + NUMBERS + "]");
    private static final Pattern BEGINNING = Pattern.compile("\\[[\\d\\s,;–-]{0,60}");
    private static final Pattern UNCLOSED = Pattern.compile("\\s*\\[[\\d\\s,;–-]*$");
    private static final Pattern ONE = Pattern.compile("(\\d{1,6})(?:\\s*[–-]\\s*(\\d{1,6}))?");

    /** Nobody reads more messages for one sentence. */
    private static final int LONGEST_RANGE = 10;

    private Cites() {}

    static boolean isCitation(CharSequence bracket) {
        return CITATION.matcher(bracket).matches();
    }

    /** Whether it may become one. */
    static boolean canBegin(CharSequence text) {
        return BEGINNING.matcher(text).matches();
    }

    static Matcher in(String text) {
        return CITATION.matcher(text);
    }

    /** Without a bracket that was not closed when the text broke off. */
    static String closed(String text) {
        return UNCLOSED.matcher(text).replaceFirst("");
    }

    static List<Integer> numbers(String citation) {
        List<Integer> numbers = new ArrayList<>();
        for (Matcher one = ONE.matcher(citation); one.find(); ) {
            int first = Integer.parseInt(one.group(1));
            int last = one.group(2) == null ? first : Integer.parseInt(one.group(2));
            if (last - first < LONGEST_RANGE) {
                for (int number = first; number <= last; number++) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
