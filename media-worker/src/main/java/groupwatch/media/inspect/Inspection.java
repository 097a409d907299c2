package groupwatch.media.inspect;

import org.jspecify.annotations.Nullable;

/**
 * What a file really is.
 *
 * @param mime told from the bytes; {@code application/octet-stream} when they tell nothing
 * @param seconds how long it plays, rounded, at least 1
 * @param width in pixels, as shown (turned where the file says so)
 * @param height in pixels, as shown
 * @param pages of a document
 * @param animated true of a picture that moves; absent otherwise, also of videos: whether one plays as a GIF is the message's to say
 * @param text of a document, 64 KB of UTF-8 at most
 * @param trouble in one word or two why something is absent that such a file should have: {@code too-many-pixels}, {@code too-large},
 *     {@code undecodable}, {@code time-limit}, {@code encrypted}, {@code no-decoder}; for logs and programs
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
        @Nullable String trouble) {

    static Inspection of(String mime) {
        return new Inspection(mime, null, null, null, null, null, null, null, null);
    }

    Inspection playing(@Nullable Integer seconds) {
        return new Inspection(mime, seconds, width, height, pages, animated, thumbnail, text, trouble);
    }

    Inspection showing(int width, int height) {
        return new Inspection(mime, seconds, width, height, pages, animated, thumbnail, text, trouble);
    }

    Inspection moving() {
        return new Inspection(mime, seconds, width, height, pages, true, thumbnail, text, trouble);
    }

    Inspection drawn(Drawn drawn) {
        return new Inspection(
                mime, seconds, width, height, pages, animated, drawn.thumbnail(), text, first(drawn.trouble()));
    }

    Inspection reading(@Nullable Integer pages, @Nullable String text) {
        return new Inspection(mime, seconds, width, height, pages, animated, thumbnail, text, trouble);
    }

    Inspection troubled(String reason) {
        return new Inspection(mime, seconds, width, height, pages, animated, thumbnail, text, first(reason));
    }

    /** The first trouble is the cause of the others. */
    private @Nullable String first(@Nullable String another) {
        return trouble == null ? another : trouble;
    }
}
