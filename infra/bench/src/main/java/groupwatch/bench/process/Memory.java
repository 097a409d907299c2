package groupwatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Memory of processes with all their children: PSS, which counts each shared page once. 0 where there is no {@code /proc}. */
public final class Memory {

    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final double KILOBYTES_A_MEGABYTE = 1024;

    private Memory() {}

    /** Megabytes. */
    public static double ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToLong(process -> kilobytes(process.pid()))
                        .sum()
                / KILOBYTES_A_MEGABYTE;
    }

    /** Megabytes of one process alone. */
    public static double of(long pid) {
        return kilobytes(pid) / KILOBYTES_A_MEGABYTE;
    }

    private static long kilobytes(long pid) {
        try {
            var found = PSS.matcher(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
