package groupwatch.bench.reports;

import groupwatch.bench.Wait;
import groupwatch.bench.process.Memory;

/** The most memory that a process had while it was looked at, heap, code and all. */
final class PeakMemory implements AutoCloseable {

    private static final double PAUSE_SECONDS = 0.05;

    private final long pid;
    private final Thread sampler;
    private volatile boolean closing;
    private volatile double most;

    PeakMemory(long pid) {
        this.pid = pid;
        this.sampler = Thread.ofPlatform().daemon().start(this::sample);
    }

    private void sample() {
        while (!closing) {
            most = Math.max(most, Memory.of(pid));
            Wait.seconds(PAUSE_SECONDS);
        }
    }

    /** Megabytes. */
    double most() {
        return most;
    }

    @Override
    public void close() {
        closing = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
