package groupwatch.report.compose.shown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Text of strangers, as it may stand in a mail. Each answer is still to be escaped where it is put into HTML. */
public final class Shown {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    /** A part of a text. */
    public record Part(String text, boolean marked) {}

    /** A stretch of a text that is marked, in UTF-16 code units. */
    public record Stretch(int start, int end) {}

    private Shown() {}

    /**
     * On one line, and never empty but for a text of which nothing can be seen.
     *
     * @param most characters, as readers count them; what is longer ends in "…"
     */
    public static String text(String raw, int most) {
        return isolated(Disarmed.of(Cleaned.of(raw, most, new BitSet())).text());
    }

    /** The same in parts, so that what is marked can be told from what is not. */
    public static List<Part> parts(String raw, int most, List<Stretch> marked) {
        BitSet marks = new BitSet();
        for (Stretch stretch : marked) {
            int start = Math.clamp(stretch.start(), 0, raw.length());
            marks.set(start, Math.clamp(stretch.end(), start, raw.length()));
        }
        Cleaned shown = Disarmed.of(Cleaned.of(raw, most, marks));
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= shown.text().length(); at++) {
            if (at == shown.text().length()
                    || shown.marked().get(at) != shown.marked().get(start)) {
                parts.add(new Part(
                        shown.text().substring(start, at), shown.marked().get(start)));
                start = at;
            }
        }
        return parts;
    }

    /**
     * Text that runs from right to left would take the figures beside it along; inside an isolate it cannot. What has no such character cannot turn
     * anything round, because whatever turns by command is gone, and stays as it is: some old mail programs show an isolate as a box.
     */
    public static String isolated(String text) {
        return text.codePoints().anyMatch(Shown::turns) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    private static boolean turns(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        };
    }
}
