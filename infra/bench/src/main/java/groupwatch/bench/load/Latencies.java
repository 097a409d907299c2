package groupwatch.bench.load;

import java.util.Arrays;

/** Times of a run, each of them: at some ten thousand a second they fit. Written by one thread. */
public final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1 << 16];
    private int count;
    private boolean sorted;

    public void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = time;
        sorted = false;
    }

    public int count() {
        return count;
    }

    /** @param share 0.99 for the 99th percentile; milliseconds, and not a number when there was none */
    public double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        return nanos[Math.clamp((long) Math.ceil(share * count) - 1, 0, count - 1)] / NANOS_A_MILLI;
    }
}
