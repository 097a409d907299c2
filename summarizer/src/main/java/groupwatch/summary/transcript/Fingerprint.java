package groupwatch.summary.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a summary was made of, as a hash: which messages, in which words. Names and reactions are left out; a summary is not written anew
 * because somebody is called otherwise or liked something later.
 */
public final class Fingerprint {

    private static final int SHORT = 16;

    private Fingerprint() {}

    /** SHA-256 of all lines, lower-case hexadecimal. */
    public static String of(Transcript transcript) {
        MessageDigest digest = sha256();
        transcript.lines().forEach(line -> add(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The beginning of the hash of one line. */
    public static String of(Line line) {
        MessageDigest digest = sha256();
        add(digest, line);
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    }

    private static void add(MessageDigest digest, Line line) {
        add(digest, line.id());
        add(digest, line.type().wire());
        add(digest, line.text());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
