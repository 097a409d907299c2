package groupwatch.report.compose.shown;

/** What a character is to a reader. */
enum Sign {
    VISIBLE,
    /** Anything that leaves a gap, line breaks and blank letters too. */
    SPACE,
    /** Stands on, above or below the one before. */
    ACCENT,
    /** Joins emoji, or keeps letters apart that would join. */
    JOINING,
    /** Commands, what turns text round, halves of characters, and what no font has. */
    NOTHING;

    static Sign of(int codePoint) {
        return switch (codePoint) {
            case 0x200C, 0x200D -> JOINING;
            case '\t', '\n', 0x0B, '\f', '\r', 0x85, 0x2800, 0x115F, 0x1160, 0x3164, 0xFFA0 -> SPACE;
            default -> byType(codePoint);
        };
    }

    private static Sign byType(int codePoint) {
        // tags and the selectors of rare variants: a hidden text can be written in them
        if (codePoint >= 0xE0000) {
            return NOTHING;
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> SPACE;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> ACCENT;
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> NOTHING;
            case Character.UNASSIGNED -> isNoCharacter(codePoint) ? NOTHING : VISIBLE;
            default -> VISIBLE;
        };
    }

    private static boolean isNoCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }
}
