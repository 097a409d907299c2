package groupwatch.simulator.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Bytes that look random and are the same for the same words. */
public final class Noise {

    private Noise() {}

    public static byte[] bytes(String words, int length) {
        var bytes = new byte[length];
        for (int block = 0, at = 0; at < length; block++) {
            var digest = digest(words + '/' + block);
            var copied = Math.min(digest.length, length - at);
            System.arraycopy(digest, 0, bytes, at, copied);
            at += copied;
        }
        return bytes;
    }

    /** From 0 up to, not including, the bound. */
    public static int number(String words, int bound) {
        var bytes = digest(words);
        var number = (bytes[0] & 0x7f) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return number % bound;
    }

    private static byte[] digest(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(digest.digest(words.getBytes(StandardCharsets.UTF_8)), 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
