package groupwatch.simulator.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A file of a message, as it is before WhatsApp encrypts it.
 *
 * @param bytes the beginning, and nearly always the whole
 * @param thumbnail a JPEG; empty where the kind has none
 * @param width in pixels, 0 where the kind has none
 * @param padding how many made-up bytes follow: so a file can be large without being held
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MediaFile(String mime, byte[] bytes, byte[] thumbnail, int width, int height, long padding) {

    private static final int PORTION = 64 * 1024;

    public MediaFile(String mime, byte[] bytes, byte[] thumbnail, int width, int height) {
        this(mime, bytes, thumbnail, width, height, 0);
    }

    static MediaFile plain(String mime, byte[] bytes) {
        return new MediaFile(mime, bytes, new byte[0], 0, 0);
    }

    public long length() {
        return bytes.length + padding;
    }

    /** Whether it is a sticker that moves. */
    public boolean moves() {
        return StickerImage.moves(bytes);
    }

    /** The same bytes each time. */
    public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new Padding(padding));
    }

    public byte[] sha256() {
        try (InputStream all = open()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var portion = new byte[PORTION];
            for (int read = all.read(portion); read >= 0; read = all.read(portion)) {
                digest.update(portion, 0, read);
            }
            return digest.digest();
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
