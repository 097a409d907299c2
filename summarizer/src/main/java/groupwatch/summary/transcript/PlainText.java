package groupwatch.summary.transcript;

import java.util.regex.Pattern;

/** Text of people without what is not text: control characters, turned directions of writing, invisible signs. */
final class PlainText {

    /** Of joining characters the zero width joiner stays: emojis and some scripts need it. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF&&[^\\n]]");

    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029\\u000B\\u000C]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\s*\\n+");

    private PlainText() {}

    /** Line breaks stay, each once. */
    static String lines(String text) {
        String broken = BREAKS.matcher(text).replaceAll("\n");
        String visible = INVISIBLE.matcher(broken.replace('\t', ' ')).replaceAll("");
        return EMPTY_LINES.matcher(visible).replaceAll("\n").strip();
    }

    static String oneLine(String text) {
        return BLANKS.matcher(lines(text)).replaceAll(" ");
    }

    /** Whole code points. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
