package groupwatch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is alive in the suite's heap, looked at again and again: each look is a full collection and counts what it left. */
public final class LiveHeap implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final double PAUSE_SECONDS = 3;

    private final long pid;
    private final List<Double> megabytes = new ArrayList<>();
    private final Thread sampler;
    private volatile boolean closing;

    public LiveHeap(long pid) {
        this.pid = pid;
        this.sampler = Thread.ofPlatform().daemon().start(this::sample);
    }

    private void sample() {
        while (!closing) {
            add(look(pid));
            for (var waited = 0.0; waited < PAUSE_SECONDS && !closing; waited += 0.1) {
                Wait.seconds(0.1);
            }
        }
        add(look(pid));
    }

    private synchronized void add(double one) {
        megabytes.add(one);
    }

    /** Megabytes alive now. */
    public static double look(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var total = TOTAL.matcher(said);
            return total.find() ? Long.parseLong(total.group(1)) / 1e6 : Double.NaN;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    public synchronized double least() {
        return megabytes.stream().mapToDouble(one -> one).min().orElse(Double.NaN);
    }

    public synchronized double most() {
        return megabytes.stream().mapToDouble(one -> one).max().orElse(Double.NaN);
    }

    public synchronized int looks() {
        return megabytes.size();
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
