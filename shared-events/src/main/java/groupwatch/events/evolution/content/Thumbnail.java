package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The small JPEG inside a content, by which a phone shows it before the file is loaded. */
final class Thumbnail {

    /** They are of some kilobytes; a "thumbnail" beyond this is something else. */
    private static final int LARGEST = 256 * 1024;

    private Thumbnail() {}

    /** Absent unless it begins as a JPEG does: senders may put anything there. */
    static byte @Nullable [] of(JsonNode content) {
        byte[] bytes = Bytes.of(content.path("jpegThumbnail"), LARGEST);
        return bytes != null && isJpeg(bytes) ? bytes : null;
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF;
    }
}
