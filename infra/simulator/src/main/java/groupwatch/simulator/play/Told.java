package groupwatch.simulator.play;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How far a story was told: everything up to a moment, nothing of it still under way. */
final class Told {

    private final TreeMap<Instant, Integer> underWay = new TreeMap<>();
    private Instant last;
    private boolean past;

    Told(Instant until, boolean past) {
        this.last = until;
        this.past = past;
    }

    synchronized void begin(Instant at) {
        underWay.merge(at, 1, Integer::sum);
    }

    synchronized void end(Instant at) {
        underWay.computeIfPresent(at, (moment, count) -> count == 1 ? null : (Integer) (count - 1));
        if (at.isAfter(last)) {
            last = at;
        }
    }

    synchronized Instant until() {
        Map.Entry<Instant, Integer> first = underWay.firstEntry();
        return first == null || first.getKey().isAfter(last)
                ? last
                : first.getKey().minusMillis(1);
    }

    synchronized void pastTold() {
        past = true;
    }

    synchronized boolean past() {
        return past;
    }
}
