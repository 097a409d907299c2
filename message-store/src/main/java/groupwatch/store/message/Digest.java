package groupwatch.store.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A short name for a text of any length, for keys: 128 bits of its SHA-256, hexadecimal. */
final class Digest {

    private static final int BYTES = 16;

    private Digest() {}

    /** Empty for no text. */
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
