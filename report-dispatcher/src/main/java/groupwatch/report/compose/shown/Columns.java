package groupwatch.report.compose.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in columns of the same width, as mail programs show plain text. */
public final class Columns {

    /** Not inside short parentheses, in which it is said who said it when. */
    private static final Pattern BREAK = Pattern.compile(" +(?![^() ][^()]{0,34}\\))");

    private static final int FIRST_WIDE = 0x1100;

    private Columns() {}

    /** How many columns it takes: none for what stands on or joins others, two for ideographs and emoji. */
    public static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** Lines of that width at most, broken at spaces; words that are longer are broken anywhere, addresses nowhere. */
    public static List<String> fold(String text, int columns) {
        if (of(text) <= columns) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (String word : BREAK.split(text.strip())) {
            int needed = of(word);
            if (width > 0 && width + 1 + needed > columns) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            if (width > 0) {
                line.append(' ');
                width++;
            }
            String rest = word;
            // only our own addresses have this: strangers' are disarmed
            while (of(rest) > columns && !rest.contains("://")) {
                int end = end(rest, columns);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
            width += of(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int end(String word, int columns) {
        int at = 0;
        int used = 0;
        while (at < word.length()) {
            int codePoint = word.codePointAt(at);
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= FIRST_WIDE
                && (Character.isIdeographic(codePoint)
                        || Character.isEmojiPresentation(codePoint)
                        || isSyllable(codePoint));
    }

    private static boolean isSyllable(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
