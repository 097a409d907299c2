package groupwatch.watchdog.resync.compare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What was written, so that it can be recognised and not be read. */
final class Digest {

    private Digest() {}

    /** Absent for no text. */
    static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // NUL is stored as this
            byte[] bytes = text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
