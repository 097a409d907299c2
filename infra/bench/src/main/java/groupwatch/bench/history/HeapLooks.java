package groupwatch.bench.history;

import groupwatch.bench.LiveHeap;
import groupwatch.bench.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is alive in processes after a full collection, at moments that have a name. */
final class HeapLooks {

    /** What comes and goes with the moment: a batch in hand, a burst of messages. */
    private static final double MEGABYTES = 40;

    private static final double SHARE = 0.25;

    private record Look(String moment, double megabytes) {}

    private final Map<String, Long> pids;
    private final Map<String, List<Look>> looks = new LinkedHashMap<>();

    HeapLooks(Map<String, Long> pids) {
        this.pids = pids;
    }

    void look(String moment) {
        pids.forEach((name, pid) ->
                looks.computeIfAbsent(name, key -> new ArrayList<>()).add(new Look(moment, LiveHeap.look(pid))));
    }

    /** The last look against the one of the middle. */
    void judge(Verdict verdict, String middle) {
        looks.forEach((name, seen) -> {
            var then = seen.stream()
                    .filter(look -> look.moment().equals(middle))
                    .mapToDouble(Look::megabytes)
                    .findFirst()
                    .orElse(Double.NaN);
            var last = seen.getLast().megabytes();
            verdict.add(
                    last <= Math.max(then * (1 + SHARE), then + MEGABYTES),
                    "live heap of " + name + " flat, MB",
                    seen.stream()
                            .map(look -> "%s %.1f".formatted(look.moment(), look.megabytes()))
                            .collect(Collectors.joining(", ")));
        });
    }

    /** The moments of one process, for a table. */
    String of(String name) {
        return looks.getOrDefault(name, List.of()).stream()
                .map(look -> String.format(Locale.ROOT, "%.1f", look.megabytes()))
                .collect(Collectors.joining(" / "));
    }
}
