package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Processes left over from a life that ended with kill -9. Process ids are used again by the system: a process is only ours when
 * its command line says so.
 */
public final class LeftOver {

    private LeftOver() {}

    /** The running process with that id whose command line contains the given words; empty when it is somebody else's. */
    public static Optional<ProcessHandle> find(long pid, String... words) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Stream.of(words).allMatch(commandLine(handle)::contains));
    }

    /** Asks it to end, insists after the limit (children included), and returns when it is gone. */
    public static void end(ProcessHandle handle, Duration limit) {
        var children = handle.descendants().toList();
        handle.destroy();
        if (!await(handle, limit)) {
            handle.destroyForcibly();
            await(handle, limit);
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Whether it ended within the limit. */
    static boolean await(ProcessHandle handle, Duration limit) {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        }
    }

    private static String commandLine(ProcessHandle handle) {
        try {
            // the JDK cuts a long command line; Linux tells all of it
            return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return handle.info().commandLine().orElse("");
        }
    }
}
