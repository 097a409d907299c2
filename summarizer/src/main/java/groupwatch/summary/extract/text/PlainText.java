package groupwatch.summary.extract.text;

/** Makes a text fit to be shown beside others: nothing in it that cannot be seen, and nothing that turns the direction of what follows. */
public final class PlainText {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** Line breaks stay, as {@code \n}; other control and direction characters go; white space is one blank. Perhaps empty. */
    public static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(plain, point));
        return plain.toString().strip();
    }

    private static void append(StringBuilder plain, int point) {
        if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
            space(plain, '\n');
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            space(plain, ' ');
        } else {
            switch (Character.getType(point)) {
                // joiners make one picture of several, and write Persian
                case Character.FORMAT -> {
                    if (point == JOINER || point == NON_JOINER) {
                        plain.appendCodePoint(point);
                    }
                }
                case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                case Character.SURROGATE -> plain.appendCodePoint(REPLACEMENT);
                default -> plain.appendCodePoint(point);
            }
        }
    }

    private static void space(StringBuilder plain, char space) {
        if (plain.isEmpty()) {
            return;
        }
        var last = plain.length() - 1;
        if (plain.charAt(last) == ' ' && space == '\n') {
            plain.setCharAt(last, '\n');
        } else if (plain.charAt(last) != ' ' && plain.charAt(last) != '\n') {
            plain.append(space);
        }
    }
}
