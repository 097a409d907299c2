package groupwatch.report.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of anybody's making, made fit for a mail's headers: it cannot end a line, begin another header, hide or reorder what stands beside it, or be
 * taken for something encoded.
 */
final class HeaderText {

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");

    /** Bytes in one encoded word: 60 in base64, 72 with what is around them, under the 75 of RFC 2047. */
    private static final int WORD_BYTES = 45;

    /** A line this long needs no folding. */
    private static final int SHORT = 60;

    private static final String BEGIN = "=?utf-8?B?";
    private static final String END = "?=";

    private HeaderText() {}

    /** On one line: controls, line separators and what changes the direction of writing become spaces, spaces become one. */
    static String line(String text) {
        String spaced = text.codePoints()
                .map(HeaderText::harmless)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return SPACES.matcher(spaced).replaceAll(" ").strip();
    }

    private static int harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> ' ';
            // joins emoji and letters of some scripts
            case Character.FORMAT -> c == 0x200D || c == 0x200C ? c : ' ';
            default -> c;
        };
    }

    /** At most so many characters (UTF-16), the last one an ellipsis where something is missing. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A header's free text, such as a subject: ASCII, folded where it is long. */
    static String unstructured(String text, int most) {
        String line = cut(line(text), most);
        return plain(line) && line.length() <= SHORT ? line : encoded(line);
    }

    /** A name before an address or list id; never empty. */
    static String phrase(String text, int most) {
        String line = cut(line(text), most);
        if (line.isEmpty()) {
            return "\"\"";
        }
        if (!plain(line) || line.length() > SHORT) {
            return encoded(line);
        }
        return ATOMS.matcher(line).matches() ? line : quoted(line);
    }

    /** For an API that does the encoding itself. */
    static String mailbox(String name, MailAddress address, int most) {
        String line = cut(line(name), most);
        if (line.isEmpty()) {
            return address.toString();
        }
        return (ATOMS.matcher(line).matches() ? line : quoted(line)) + " <" + address + ">";
    }

    private static String quoted(String line) {
        return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean plain(String line) {
        return line.chars().allMatch(c -> c >= ' ' && c <= '~') && !line.contains("=?");
    }

    /** Encoded words of RFC 2047, each on a line of its own and each of whole characters. */
    private static String encoded(String line) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int c : line.codePoints().toArray()) {
            int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > WORD_BYTES) {
                words.append(word(word)).append("\r\n ");
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(c);
            bytes += more;
        }
        return words.append(word(word)).toString();
    }

    private static String word(CharSequence text) {
        return BEGIN + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)) + END;
    }
}
