package groupwatch.media.inspect;

import java.nio.ByteBuffer;

/**
 * A small picture of a file, made here: its bytes are safe to show.
 *
 * @param mime {@code image/jpeg}, or {@code image/webp} where parts are transparent
 * @param bytes 256 KB at most
 */
public record Thumbnail(String mime, ByteBuffer bytes) {

    /** From the first byte each time it is asked for. */
    @Override
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer();
    }

    /** With the dot. */
    public String extension() {
        return mime.equals("image/webp") ? ".webp" : ".jpg";
    }
}
