package groupwatch.bench.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/**
 * An invented file, and the same as base64 beside it. It begins like a video and has noise in it, so that it is recognised, and nothing can be
 * made smaller.
 *
 * @param sha256 in hexadecimal digits
 */
record SampleFile(Path file, Path base64, long size, String sha256) {

    private static final byte[] BEGINNING =
            "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);

    /** A multiple of three, so that pieces of base64 fit together. */
    private static final int PIECE = 3 * 65_536;

    static SampleFile create(Path folder, String name, long size, long seed) throws IOException {
        var file = folder.resolve(name);
        var base64 = folder.resolve(name + ".base64");
        var random = new Random(seed);
        var digest = digest();
        try (OutputStream plain = new DigestOutputStream(Files.newOutputStream(file), digest);
                OutputStream text = new BufferedOutputStream(Files.newOutputStream(base64))) {
            for (var written = 0L; written < size; written += PIECE) {
                var piece = new byte[(int) Math.min(PIECE, size - written)];
                random.nextBytes(piece);
                if (written == 0) {
                    System.arraycopy(BEGINNING, 0, piece, 0, Math.min(piece.length, BEGINNING.length));
                }
                plain.write(piece);
                text.write(Base64.getEncoder().encode(piece));
            }
        }
        return new SampleFile(file, base64, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
