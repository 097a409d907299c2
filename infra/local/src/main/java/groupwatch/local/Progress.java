package groupwatch.local;

import java.io.PrintWriter;
import java.time.Duration;

/** What the person at the keyboard sees while the suite starts: a line a step, with the seconds since the command. */
final class Progress {

    private final PrintWriter out;
    private final long begin;

    Progress(PrintWriter out) {
        this.out = out;
        // the JVM's own start counts: it is part of the wait
        this.begin = System.nanoTime()
                - Duration.ofMillis(System.currentTimeMillis() - startMillis()).toNanos();
    }

    void step(String line) {
        out.printf("%5.1f s  %s%n", seconds(), line);
        out.flush();
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long startMillis() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElseGet(System::currentTimeMillis);
    }
}
