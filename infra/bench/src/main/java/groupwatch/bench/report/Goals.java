package groupwatch.bench.report;

import java.util.ArrayList;
import java.util.List;

/** What a measurement should reach. A missed goal is said, and is no failure: figures depend on the machine. */
public final class Goals {

    private final List<String> lines = new ArrayList<>();

    public Goals add(boolean met, String goal, String seen) {
        lines.add("- %s: %s, measured %s".formatted(met ? "met" : "**missed**", goal, seen));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
