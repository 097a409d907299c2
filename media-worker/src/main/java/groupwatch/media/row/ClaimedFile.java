package groupwatch.media.row;

import groupwatch.events.message.Media;
import org.jspecify.annotations.Nullable;

/** What a message says about its file: to be checked, and to be shown where nothing better is known. */
public record ClaimedFile(
        @Nullable String mime,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String fileName,
        @Nullable Integer seconds,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer pages,
        @Nullable Boolean animated) {

    public static ClaimedFile of(Media media) {
        return new ClaimedFile(
                media.mime(),
                media.size(),
                media.sha256(),
                media.fileName(),
                media.seconds(),
                media.width(),
                media.height(),
                media.pages(),
                media.animated());
    }
}
