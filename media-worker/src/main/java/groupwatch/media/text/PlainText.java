package groupwatch.media.text;

import java.util.regex.Pattern;

/** Text as it is kept: no control characters, no runs of white space, not too long. */
final class PlainText {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n[ \\n]*");

    private PlainText() {}

    /** @param size in bytes of UTF-8 at most; cut between characters */
    static String of(String text, int size) {
        String lines =
                CONTROLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        String dense =
                BLANK_LINES.matcher(BLANKS.matcher(lines).replaceAll(" ")).replaceAll("\n");
        return cut(dense.strip(), size);
    }

    private static String cut(String text, int size) {
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (bytes > size) {
                return text.substring(0, at);
            }
            at += Character.charCount(character);
        }
        return text;
    }
}
