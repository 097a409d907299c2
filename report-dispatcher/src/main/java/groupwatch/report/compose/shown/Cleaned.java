package groupwatch.report.compose.shown;

import java.util.BitSet;

/**
 * A text without what cannot be seen, on one line and not too long.
 *
 * @param marked which of its UTF-16 code units are
 */
record Cleaned(String text, BitSet marked) {

    /** Accents that a letter may carry; real scripts need up to four. */
    private static final int MOST_MARKS = 4;

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    /** @param marks of the UTF-16 code units of {@code raw} */
    static Cleaned of(String raw, int most, BitSet marks) {
        return new Writer(raw, most, marks).write();
    }

    private static final class Writer {

        private final String raw;
        private final int most;
        private final BitSet marks;
        private final StringBuilder text = new StringBuilder();
        private final BitSet marked = new BitSet();
        private int shown;
        private int accents;
        private int lastStart;
        private int cut;
        private int previous = -1;
        private boolean space;

        Writer(String raw, int most, BitSet marks) {
            this.raw = raw;
            this.most = most;
            this.marks = marks;
        }

        Cleaned write() {
            int at = 0;
            while (at < raw.length() && shown <= most) {
                int codePoint = raw.codePointAt(at);
                take(codePoint, marks.get(at));
                at += Character.charCount(codePoint);
            }
            if (shown > most) {
                text.setLength(cut);
            }
            end();
            if (shown > most) {
                append('…', false);
            }
            return new Cleaned(text.toString(), marked);
        }

        private void take(int codePoint, boolean mark) {
            switch (Sign.of(codePoint)) {
                case NOTHING -> {}
                case SPACE -> space = !text.isEmpty();
                case JOINING -> accent(codePoint, mark, !joins(previous));
                case ACCENT -> accent(codePoint, mark, ++accents <= MOST_MARKS);
                case VISIBLE -> visible(codePoint, mark);
            }
        }

        /** What belongs to the character before it; beside none it would cling to a stranger's. */
        private void accent(int codePoint, boolean mark, boolean wanted) {
            if (wanted && !space && !text.isEmpty()) {
                append(codePoint, mark);
            }
        }

        private void visible(int codePoint, boolean mark) {
            if (space) {
                lastStart = text.length();
                append(' ', mark && marked.get(text.length() - 1));
                count();
                space = false;
            } else if (previous != JOINER) {
                lastStart = text.length();
            }
            accents = 0;
            count();
            append(codePoint, mark);
        }

        /** The first that has to make room for "…" when there is more than may be shown. */
        private void count() {
            if (++shown == most) {
                cut = lastStart;
            }
        }

        private void append(int codePoint, boolean mark) {
            int from = text.length();
            text.appendCodePoint(codePoint);
            marked.set(from, text.length(), mark);
            previous = codePoint;
        }

        private void end() {
            while (!text.isEmpty()
                    && (joins(text.charAt(text.length() - 1)) || text.charAt(text.length() - 1) == ' ')) {
                text.setLength(text.length() - 1);
            }
            marked.clear(text.length(), Math.max(text.length(), marked.length()));
        }

        private static boolean joins(int codePoint) {
            return codePoint == JOINER || codePoint == NON_JOINER;
        }
    }
}
