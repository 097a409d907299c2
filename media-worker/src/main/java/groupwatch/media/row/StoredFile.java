package groupwatch.media.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is kept, as measured.
 *
 * @param sha256 lower-case hexadecimal; finds the object: {@link #key}
 * @param size in bytes
 * @param mime told from the bytes
 * @param fileName as the message says; hostile like any input, cleaned where it is shown
 * @param thumbnail key in the object store
 * @param text of a document, 64 KB at most
 */
public record StoredFile(
        String sha256,
        long size,
        String mime,
        @Nullable String fileName,
        @Nullable Integer seconds,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer pages,
        @Nullable Boolean animated,
        @Nullable String thumbnail,
        @Nullable String transcript,
        @Nullable String text,
        Instant storedAt) {

    /** Where the object store has it. */
    public String key() {
        return key(sha256);
    }

    public static String key(String sha256) {
        return "media/" + sha256.substring(0, 2) + "/" + sha256;
    }
}
