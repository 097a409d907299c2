package groupwatch.simulator.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A file of a message, as it is before WhatsApp encrypts it.
 *
 * @param thumbnail a JPEG; empty where the kind has none
 * @param width in pixels, 0 where the kind has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MediaFile(String mime, byte[] bytes, byte[] thumbnail, int width, int height) {

    static MediaFile plain(String mime, byte[] bytes) {
        return new MediaFile(mime, bytes, new byte[0], 0, 0);
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
