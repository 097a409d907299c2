package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendor's key, from where the settings say it is. */
final class VendorKey {

    private static final Logger log = LoggerFactory.getLogger(VendorKey.class);
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private VendorKey() {}

    /** Absent where none is set. Reads a file: at the start only. */
    static @Nullable String of(ModelSettings settings) {
        if (settings.keyFile() == null) {
            return settings.key();
        }
        Path file = settings.keyFile();
        String key = read(file);
        if (key.isEmpty() || key.lines().count() > 1) {
            throw new IllegalArgumentException(
                    "groupwatch.summary.model.key-file names " + file + ", which is not one line with a key");
        }
        return key;
    }

    private static String read(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                log.atWarn()
                        .addKeyValue("file", file)
                        .log("The file with the model's key can be read by others: chmod 600");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "groupwatch.summary.model.key-file names " + file + ", which cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}
