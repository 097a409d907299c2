package groupwatch.store.query;

/** The beginning of a text on one line. */
final class Excerpt {

    /** Of what is read for it: tables and empty lines of documents are mostly blanks. */
    private static final int BLANKS = 4;

    private Excerpt() {}

    /** How much of a text to read for an excerpt of that length. */
    static int enoughFor(int length) {
        return BLANKS * length;
    }

    /**
     * Whole code points, runs of blanks and control characters as one space.
     *
     * @param most code points
     */
    static String of(String text, int most) {
        StringBuilder excerpt = new StringBuilder(Math.min(text.length(), most));
        boolean blank = false;
        int length = 0;
        for (int i = 0; i < text.length() && length < most; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isBlank(point)) {
                blank = length > 0;
                continue;
            }
            // a space counts, and is there only with what follows it
            length += blank ? 2 : 1;
            if (length <= most) {
                excerpt.append(blank ? " " : "").appendCodePoint(point);
            }
            blank = false;
        }
        return excerpt.toString();
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }
}
