package groupwatch.summary.text;

/**
 * Hostile text as harmless lines: no control, no direction mark, nothing invisible, no towers of accents. What a reader sees stays as it is: emoji
 * of several parts and scripts that need joiners keep them.
 */
public final class PlainText {

    private static final int JOINER_NOT = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int MARKS_IN_A_ROW = 4;

    private final StringBuilder out;
    private final String lineBreak;
    private boolean space;
    private boolean newLine;
    private int joiner;
    private int marks;

    private PlainText(int length, String lineBreak) {
        this.out = new StringBuilder(length);
        this.lineBreak = lineBreak;
    }

    /** Line breaks become spaces. */
    public static String oneLine(String text) {
        return oneLine(text, " ");
    }

    /** Line breaks stay, several of them as one. */
    public static String lines(String text) {
        return oneLine(text, "\n");
    }

    /** @param lineBreak what stands for one or more line breaks */
    public static String oneLine(String text, String lineBreak) {
        PlainText plain = new PlainText(text.length(), lineBreak);
        text.codePoints().forEach(plain::add);
        return plain.out.toString();
    }

    /** At most so many UTF-16 units, and … where something is missing; cut between characters, and between words where there are such. */
    public static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Math.max(0, length - 1);
        while (end > 0 && continuesCharacter(text, end)) {
            end--;
        }
        int word = text.lastIndexOf(' ', end);
        return text.substring(0, word > length / 2 ? word : end).stripTrailing() + "…";
    }

    private static boolean continuesCharacter(String text, int at) {
        int character = text.codePointAt(at);
        return Character.isLowSurrogate(text.charAt(at))
                || isMark(character)
                || character == JOINER
                || character >= 0x1F3FB && character <= 0x1F3FF
                || text.charAt(at - 1) == JOINER;
    }

    private void add(int character) {
        if (breaksLine(character)) {
            newLine = true;
        } else if (isBlank(character)) {
            space = true;
        } else if (character == JOINER || character == JOINER_NOT) {
            joiner = character;
        } else if (isShown(character)) {
            append(character);
        }
    }

    private void append(int character) {
        boolean mark = isMark(character);
        marks = mark ? marks + 1 : 0;
        if (marks > MARKS_IN_A_ROW) {
            return;
        }
        if (!out.isEmpty()) {
            if (newLine) {
                out.append(lineBreak);
            } else if (space) {
                out.append(' ');
            } else if (joiner != 0) {
                out.appendCodePoint(joiner);
            }
        }
        newLine = false;
        space = false;
        joiner = 0;
        out.appendCodePoint(character);
    }

    private static boolean breaksLine(int character) {
        return character >= '\n' && character <= '\r'
                || character == 0x85
                || character == 0x2028
                || character == 0x2029
                || character >= 0x1C && character <= 0x1E;
    }

    /** Also what looks like a space and is called something else: fillers of Hangul, the empty Braille pattern. */
    private static boolean isBlank(int character) {
        return character == '\t'
                || Character.isSpaceChar(character)
                || character == 0x115F
                || character == 0x1160
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> !choosesForm(character);
        };
    }

    /** Invisible choices of a letter's form, in which text can be hidden; those of emoji are not among them. */
    private static boolean choosesForm(int character) {
        return character == 0x034F
                || character >= 0x180B && character <= 0x180F
                || character >= 0xFE00 && character <= 0xFE0D
                || character >= 0xE0100 && character <= 0xE01EF;
    }
}
