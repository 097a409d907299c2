package groupwatch.simulator.calls;

import groupwatch.simulator.SimulatorSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last calls; the oldest are forgotten first. */
@Component
public class CallLog {

    /** Requests happen in real time, however fast the simulator's runs. */
    private final Clock real = Clock.systemUTC();

    private final int kept;
    private final Deque<Call> calls = new ArrayDeque<>();
    private long last;

    CallLog(SimulatorSettings settings) {
        this.kept = settings.calls().kept();
    }

    /** Microseconds since 1970. */
    public long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, real.instant());
    }

    public synchronized void ended(
            @Nullable String instance,
            String method,
            String path,
            String endpoint,
            @Nullable String watcher,
            long begun,
            int status) {
        calls.addLast(new Call(++last, instance, method, path, endpoint, watcher, begun, now(), status));
        if (calls.size() > kept) {
            calls.removeFirst();
        }
    }

    /** Those after a number. */
    public synchronized List<Call> since(long number) {
        return calls.stream().filter(call -> call.number() > number).toList();
    }

    /** How many there were of each endpoint, of those that are kept. */
    public synchronized Map<String, Integer> counts(@Nullable String instance) {
        var counts = new TreeMap<String, Integer>();
        for (var call : calls) {
            if (instance == null || instance.equals(call.instance())) {
                counts.merge(call.endpoint(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Goes on counting where it was. */
    public synchronized void clear() {
        calls.clear();
    }
}
