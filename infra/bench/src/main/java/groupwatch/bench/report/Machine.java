package groupwatch.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;

/** On what, with what and when it was measured. */
public final class Machine {

    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d+) kB");
    private static final double KILOBYTES_A_GIGABYTE = 1024.0 * 1024;

    private Machine() {}

    /** {@code 2 cores, 24 GB; Java 25.0.3, Kafka 4.2.1, PostgreSQL 18.6; 2026-11-24}. */
    public static String describe(String postgres) {
        return "%d cores, %s; Java %s, Kafka %s%s; %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        System.getProperty("java.version"),
                        AppInfoParser.getVersion(),
                        postgres.isEmpty() ? "" : ", PostgreSQL " + postgres,
                        LocalDate.now(ZoneOffset.UTC));
    }

    private static String memory() {
        try {
            var found = MEMORY.matcher(Files.readString(Path.of("/proc/meminfo")));
            // what the kernel keeps for itself is part of the machine
            return found.find()
                    ? "%.0f GB".formatted(Math.ceil(Long.parseLong(found.group(1)) / KILOBYTES_A_GIGABYTE))
                    : "memory unknown";
        } catch (IOException e) {
            return "memory unknown";
        }
    }
}
