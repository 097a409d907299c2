package groupwatch.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The same figure from several runs. */
public final class Spread {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public double median() {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** {@code 8,214 (7,950-8,402)}; the range is left out of a single run. */
    public String text() {
        if (values.isEmpty()) {
            return "-";
        }
        var median = number(median());
        return values.size() == 1
                ? median
                : "%s (%s-%s)".formatted(median, number(Collections.min(values)), number(Collections.max(values)));
    }

    /** With as many digits as mean something. */
    public static String number(double value) {
        var digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
