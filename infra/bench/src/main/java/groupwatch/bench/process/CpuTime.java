package groupwatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes, in seconds since they were started; 0 where there is no {@code /proc}. */
public final class CpuTime {

    private static final int USER = 11;
    private static final int WAITED_CHILDREN_SYSTEM = 14;
    private static final double TICKS_A_SECOND = 100;

    private CpuTime() {}

    /** Of one process without its children. */
    public static double of(long pid) {
        return ticks(pid, USER + 1) / TICKS_A_SECOND;
    }

    /** Of this one, which makes the load. */
    public static double ofThis() {
        return of(ProcessHandle.current().pid());
    }

    /** With all children, also those that have ended. */
    public static double ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToLong(process -> ticks(process.pid(), WAITED_CHILDREN_SYSTEM))
                        .sum()
                / TICKS_A_SECOND;
    }

    /** The sum of the fields from user time to the last one; their numbers count from the one behind the command's name. */
    private static long ticks(long pid, int last) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            var sum = 0L;
            for (var field = USER; field <= last; field++) {
                sum += Long.parseLong(fields[field]);
            }
            return sum;
        } catch (IOException e) {
            return 0; // it has ended, or this is no Linux
        }
    }
}
