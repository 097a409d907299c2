package groupwatch.report.build;

import groupwatch.report.content.KeywordAlert.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * What is around the first mark of a text, on one line: blanks in a row and what controls are one blank.
 *
 * @param marks those of the text, as far as they are in it
 */
record Excerpt(String text, List<Mark> marks) {

    private static final int LENGTH = 200;
    private static final int BEFORE = 60;
    private static final String MORE = "…";

    /** @param marks what was found in the text, in UTF-16 code units */
    static Excerpt of(String text, List<Mark> marks) {
        int first = marks.stream().mapToInt(Mark::start).min().orElse(0);
        // near the end there is room for more before it
        int start = whole(text, Math.max(0, Math.min(first - BEFORE, text.length() - LENGTH)));
        int end = whole(text, Math.min(text.length(), start + LENGTH));
        StringBuilder line = new StringBuilder(start > 0 ? MORE : "");
        int[] places = places(text, start, end, line);
        if (end < text.length()) {
            line.append(MORE);
        }
        return new Excerpt(line.toString(), moved(marks, start, end, places));
    }

    /** Not between the halves of a character. */
    private static int whole(String text, int at) {
        boolean halved = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return halved ? at - 1 : at;
    }

    /** Appends that part, and tells where each of its characters went. */
    private static int[] places(String text, int start, int end, StringBuilder line) {
        int[] places = new int[end - start + 1];
        boolean blank = line.isEmpty();
        for (int i = start; i < end; i++) {
            char one = text.charAt(i);
            places[i - start] = line.length();
            if (!isBlank(one)) {
                line.append(one);
                blank = false;
            } else if (!blank) {
                line.append(' ');
                blank = true;
            }
        }
        places[end - start] = line.length();
        return places;
    }

    private static boolean isBlank(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one) || Character.isISOControl(one);
    }

    private static List<Mark> moved(List<Mark> marks, int start, int end, int[] places) {
        List<Mark> moved = new ArrayList<>();
        for (Mark mark : marks) {
            int from = Math.clamp(mark.start(), start, end);
            int to = Math.clamp(mark.end(), start, end);
            if (places[from - start] < places[to - start]) {
                moved.add(new Mark(places[from - start], places[to - start]));
            }
        }
        return List.copyOf(moved);
    }
}
