package groupwatch.summary.ask.answer;

import groupwatch.summary.text.PlainText;
import java.util.regex.Pattern;

/**
 * Text that stays text wherever it is shown. Answers are plain text, and whoever shows them escapes them; where somebody forgets to, there is still
 * no tag, no link with another name, no picture, and no citation that is none.
 */
final class Disarmed {

    private static final Pattern TAG = Pattern.compile("<(?=[\\p{L}/!?])");
    private static final Pattern HEADING = Pattern.compile("^(?:#{1,6}\\s+|>\\s*)+");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|~~|`+");
    private static final Pattern NAMED_LINK = Pattern.compile("](?=[(:\\[])");
    private static final Pattern NUMBER_IN_BRACKETS = Pattern.compile("\\[(\\s*\\d[\\d\\s,;–-]*)]");
    private static final Pattern NUMBER_BEGINS = Pattern.compile("\\[(?=\\s*\\d)");

    private Disarmed() {}

    /** On one line, and without Markdown. */
    static String text(String text) {
        String line = PlainText.oneLine(text);
        String plain = EMPHASIS.matcher(HEADING.matcher(line).replaceFirst("")).replaceAll("");
        String unnamed = NAMED_LINK.matcher(plain.replace("![", "[")).replaceAll("] ");
        return TAG.matcher(unnamed).replaceAll("‹");
    }

    /** The text of a person: no number in it looks like a citation. */
    static String quoted(String text) {
        return text(uncited(text));
    }

    static String uncited(String text) {
        String round = NUMBER_IN_BRACKETS.matcher(text).replaceAll("($1)");
        return NUMBER_BEGINS.matcher(round).replaceAll("(");
    }
}
