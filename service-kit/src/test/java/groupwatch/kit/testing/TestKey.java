package groupwatch.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key for a service's {@code key-file}. */
public final class TestKey {

    private TestKey() {}

    /** A file with a new key; gone when the JVM ends. */
    public static Path file() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return file(Base64.getEncoder().encodeToString(key) + "\n");
    }

    /** A file with this instead of a key. */
    public static Path file(String content) {
        try {
            Path file = Files.createTempFile(
                    "service-key-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
