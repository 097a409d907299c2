package groupwatch.report.compose;

import groupwatch.report.compose.shown.Columns;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain text of a template, made ready to be read: lines of 72 columns at most, but for addresses. In the template a line of {@code ~} is an empty one
 * (empty lines are the template's own), and what stands before a tab is a label, beside which the rest is folded.
 */
public final class PlainText {

    private static final int COLUMNS = 72;
    private static final int LABEL = 14;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int EACH = 2;
    private static final int LONGEST_BAR = 40;

    /** A line under a heading. */
    public String rule(String heading) {
        return "-".repeat(Math.clamp(Columns.of(heading), 3, COLUMNS));
    }

    /** A bar for each value. */
    public String bars(List<Long> values) {
        long most = values.stream().mapToLong(Long::longValue).max().orElse(0);
        StringBuilder bars = new StringBuilder();
        for (long value : values) {
            int height = most == 0 ? 0 : (int) Math.ceil((BLOCKS.length() - 1) * (double) value / most);
            bars.repeat(BLOCKS.charAt(height), EACH);
        }
        return bars.toString();
    }

    /** A bar as long as the value is high. */
    public String bar(List<Long> values, int at) {
        long most = values.stream().mapToLong(Long::longValue).max().orElse(0);
        return most == 0 ? "" : "█".repeat((int) Math.ceil(LONGEST_BAR * (double) values.get(at) / most));
    }

    /** Signs on the axis below {@link #bars}, as far apart as they stand for. */
    public String axis(List<String> signs, int bars) {
        StringBuilder axis = new StringBuilder();
        for (int at = 0; at < signs.size(); at++) {
            axis.append(" ".repeat(Math.max(0, at * bars * EACH / signs.size() - axis.length())))
                    .append(signs.get(at), 0, Math.min(2, signs.get(at).length()));
        }
        return axis.toString();
    }

    static String folded(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.strip().equals("~")) {
                if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
                    lines.add("");
                }
            } else if (!line.isBlank()) {
                fold(line.stripTrailing(), lines);
            }
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private static void fold(String line, List<String> lines) {
        int tab = line.indexOf('\t');
        String label =
                tab < 0 ? line.substring(0, line.length() - line.stripLeading().length()) : line.substring(0, tab);
        int indent = tab < 0 ? label.length() : LABEL;
        String start = label + " ".repeat(Math.max(tab < 0 ? 0 : 1, indent - Columns.of(label)));
        for (String part : Columns.fold(line.substring(tab < 0 ? label.length() : tab + 1), COLUMNS - indent)) {
            lines.add(start + part);
            start = " ".repeat(indent);
        }
    }
}
