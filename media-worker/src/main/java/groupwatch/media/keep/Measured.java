package groupwatch.media.keep;

import groupwatch.media.inspect.Thumbnail;
import groupwatch.media.row.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of bytes before they are kept.
 *
 * @param thumbnail made just now
 * @param thumbnailKey of one that is kept already
 */
public record Measured(
        String mime,
        @Nullable Integer seconds,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer pages,
        @Nullable Boolean animated,
        @Nullable Thumbnail thumbnail,
        @Nullable String thumbnailKey,
        @Nullable String transcript,
        @Nullable String text,
        @Nullable String trouble) {

    /** The same bytes were kept for another message. */
    public static Measured again(StoredFile file) {
        return new Measured(
                file.mime(),
                file.seconds(),
                file.width(),
                file.height(),
                file.pages(),
                file.animated(),
                null,
                file.thumbnail(),
                file.transcript(),
                file.text(),
                null);
    }
}
