package groupwatch.kit.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the key a service seals with. */
public final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final int BYTES = 32;
    private static final int LONGEST_FILE = 200;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * @param property such as {@code groupwatch.report.key-file}
     * @throws IllegalArgumentException says what is wrong and what the property takes; never what is in the file
     */
    public static byte[] read(String property, @Nullable Path file) {
        if (file == null || file.toString().isBlank()) {
            throw wrong(property, "is not set", null);
        }
        byte[] content = content(property, file);
        byte[] key = decoded(new String(content, StandardCharsets.US_ASCII).strip());
        if (key.length != BYTES) {
            throw wrong(property, "names " + file + ", which has something else", null);
        }
        return key;
    }

    private static byte[] content(String property, Path file) {
        if (!Files.isRegularFile(file)) {
            throw wrong(property, "names " + file + ", which is no file", null);
        }
        try (var in = Files.newInputStream(file)) {
            warnOfReaders(property, file);
            return in.readNBytes(LONGEST_FILE);
        } catch (IOException e) {
            throw wrong(property, "names " + file + ", which cannot be read", e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static void warnOfReaders(String property, Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")
                && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            log.atWarn()
                    .addKeyValue("property", property)
                    .addKeyValue("file", file)
                    .log("The file with the service's key can be read by others: chmod 600");
        }
    }

    private static IllegalArgumentException wrong(String property, String what, @Nullable IOException cause) {
        return new IllegalArgumentException(
                property + " " + what
                        + ": it takes a file with 32 random bytes in base64, e.g. made by `openssl rand -base64 32`",
                cause);
    }
}
