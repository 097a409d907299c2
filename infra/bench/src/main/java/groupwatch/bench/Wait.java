package groupwatch.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and tells how long it took. */
public final class Wait {

    private static final long PAUSE_MILLIS = 100;

    private Wait() {}

    /**
     * @return the seconds until the condition held
     * @throws IllegalStateException when it did not hold within the limit
     */
    public static double until(String what, Duration limit, BooleanSupplier condition) {
        var begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain until " + what);
            }
            seconds(PAUSE_MILLIS / 1e3);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Lets time pass: a campaign is made of it. */
    public static void seconds(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
