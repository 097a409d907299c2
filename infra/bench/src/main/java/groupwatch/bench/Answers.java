package groupwatch.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each status was answered, and the slowest answer of each. 0 is no answer at all. */
public final class Answers {

    private record Tally(long count, long slowestNanos) {}

    private final Map<Integer, Tally> tallies = new TreeMap<>();
    private long lastSuccess;
    private long lastFailure;

    synchronized void add(int status, long nanos) {
        tallies.merge(
                status,
                new Tally(1, nanos),
                (a, b) -> new Tally(a.count() + 1, Math.max(a.slowestNanos(), b.slowestNanos())));
        if (status / 100 == 2) {
            lastSuccess = System.nanoTime();
        } else {
            lastFailure = System.nanoTime();
        }
    }

    public synchronized long count(int status) {
        var tally = tallies.get(status);
        return tally == null ? 0 : tally.count();
    }

    /** Seconds the slowest answer of that status took; 0 when there was none. */
    public synchronized double slowest(int status) {
        var tally = tallies.get(status);
        return tally == null ? 0 : tally.slowestNanos() / 1e9;
    }

    public synchronized long total() {
        return tallies.values().stream().mapToLong(Tally::count).sum();
    }

    /** Whether the last thing that happened was a success. */
    public synchronized boolean succeedsNow() {
        return lastSuccess > lastFailure;
    }

    @Override
    public synchronized String toString() {
        return tallies.entrySet().stream()
                .map(entry -> "%s %d (slowest %.2f s)"
                        .formatted(
                                entry.getKey() == 0 ? "no answer" : entry.getKey(),
                                entry.getValue().count(),
                                entry.getValue().slowestNanos() / 1e9))
                .collect(Collectors.joining(", "));
    }
}
