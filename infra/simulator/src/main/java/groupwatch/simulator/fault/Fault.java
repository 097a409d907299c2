package groupwatch.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls fail.
 *
 * @param status 0: they are answered as if nothing were
 * @param retryAfter seconds, as the header says; absent: no header
 * @param slow how long they take, in real time
 * @param path what their path begins with
 * @param down whether their connections are closed without an answer
 * @param instance whose calls; absent: everybody's
 */
public record Fault(
        int status,
        @Nullable Integer retryAfter,
        Duration slow,
        String path,
        boolean down,
        @Nullable String instance) {

    boolean concerns(String called, @Nullable String asked) {
        return called.startsWith(path) && (instance == null || instance.equals(asked));
    }
}
