package groupwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Room on the data folder's disk. */
final class Disk {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long NEEDED = 200 * MEGABYTE;

    private Disk() {}

    /** Megabytes that may still be written there. */
    static long freeMegabytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            return 0;
        }
    }

    static void check(Path folder) {
        var free = freeMegabytes(folder);
        if (free * MEGABYTE < NEEDED) {
            throw new LocalException(("The disk of the data folder %s is full: %d MB are free, %d MB are needed;"
                            + " make room or choose another folder with --data.")
                    .formatted(folder, free, NEEDED / MEGABYTE));
        }
    }

    /** Whether a full disk is why something failed (ENOSPC, in the words of Java, PostgreSQL and Kafka). */
    static boolean isFull(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
