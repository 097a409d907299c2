package groupwatch.bench.watchers;

import groupwatch.bench.Wait;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulator's log of calls, read as it grows. */
final class CallLog implements AutoCloseable {

    private static final double PAUSE_SECONDS = 0.1;

    private final Simulator simulator;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Call> lastOf = new HashMap<>();
    private final Thread reader;
    private volatile boolean closing;
    private volatile @Nullable RuntimeException broken;

    CallLog(Simulator simulator) {
        this.simulator = simulator;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** As the simulator counts: microseconds since 1970. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private void read() {
        try {
            var last = 0L;
            while (!closing) {
                var more = simulator.calls(last);
                last = more.isEmpty() ? last : more.getLast().number();
                add(more);
                Wait.seconds(PAUSE_SECONDS);
            }
        } catch (RuntimeException e) {
            broken = e;
        }
    }

    private synchronized void add(List<Call> more) {
        for (var call : more) {
            // what concerns no account is no watching
            if (!call.account().isEmpty()) {
                calls.add(call);
                lastOf.put(call.account(), call);
            }
        }
    }

    /** Those that have ended until now. */
    synchronized List<Call> all() {
        if (broken != null) {
            throw new IllegalStateException("the simulator's log could not be read", broken);
        }
        return List.copyOf(calls);
    }

    /** The last call of each account. */
    synchronized Map<String, Call> last() {
        if (broken != null) {
            throw new IllegalStateException("the simulator's log could not be read", broken);
        }
        return Map.copyOf(lastOf);
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
