package groupwatch.media.inspect;

import org.jspecify.annotations.Nullable;

/**
 * What a file really is.
 *
 * @param mime told from the bytes; {@code application/octet-stream} when they tell nothing
 * @param seconds how long it plays, rounded, at least 1
 * @param width in pixels, as shown (turned where the file says so)
 * @param height in pixels, as shown
 * @param animated of pictures and videos: whether it moves without sound
 * @param text of a document, 64 KB of UTF-8 at most
 * @param trouble in one word or two why something is absent that such a file should have, such as {@code too-many-pixels}; for logs and programs
 */
public record Inspection(
        String mime,
        @Nullable Integer seconds,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer pages,
        @Nullable Boolean animated,
        @Nullable Thumbnail thumbnail,
        @Nullable String text,
        @Nullable String trouble) {}
