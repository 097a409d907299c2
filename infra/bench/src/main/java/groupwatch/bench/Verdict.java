package groupwatch.bench;

import java.util.ArrayList;
import java.util.List;

/** The table a campaign ends with: one promise a line, and whether it held. */
public final class Verdict {

    private record Line(boolean kept, String promise, String seen) {}

    private final List<Line> lines = new ArrayList<>();

    public void add(boolean kept, String promise, String seen) {
        lines.add(new Line(kept, promise, seen));
        System.out.println((kept ? "  ok   " : "  BAD  ") + promise + ": " + seen);
    }

    /** Prints all of it; 0 when every promise held, else 1. */
    public int print() {
        System.out.println();
        System.out.printf("%-6s %-62s %s%n", "", "promise", "seen");
        lines.forEach(line ->
                System.out.printf("%-6s %-62s %s%n", line.kept() ? "ok" : "BROKEN", line.promise(), line.seen()));
        return lines.stream().allMatch(Line::kept) ? 0 : 1;
    }
}
