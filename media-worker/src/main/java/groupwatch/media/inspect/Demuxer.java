package groupwatch.media.inspect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of ffmpeg's readers may see which type. It is never left to guess: among what it can guess are playlists, which name other files and addresses.
 */
final class Demuxer {

    private static final Map<String, String> PICTURES = Map.of(
            "image/jpeg", "jpeg_pipe",
            "image/png", "png_pipe",
            "image/apng", "apng",
            "image/gif", "gif",
            "image/webp", "webp_pipe",
            "image/bmp", "bmp_pipe",
            "image/tiff", "tiff_pipe",
            "image/avif", "mov",
            "image/heic", "mov",
            "image/heif", "mov");

    private static final Map<String, String> PLAYED = Map.ofEntries(
            Map.entry("video/mp4", "mov"),
            Map.entry("application/mp4", "mov"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/3gpp", "mov"),
            Map.entry("video/3gpp2", "mov"),
            Map.entry("audio/mp4", "mov"),
            Map.entry("audio/3gpp", "mov"),
            Map.entry("video/webm", "matroska"),
            Map.entry("video/x-matroska", "matroska"),
            Map.entry("video/x-msvideo", "avi"),
            Map.entry("video/x-flv", "flv"),
            Map.entry("video/mpeg", "mpeg"),
            Map.entry("application/ogg", "ogg"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("video/ogg", "ogg"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/aac", "aac"),
            Map.entry("audio/amr", "amr"),
            Map.entry("audio/amr-wb", "amr"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/aiff", "aiff"),
            Map.entry("audio/flac", "flac"));

    private Demuxer() {}

    /** Null when ffmpeg has no business with such a file. */
    static @Nullable String of(String mime) {
        String picture = PICTURES.get(mime);
        return picture == null ? PLAYED.get(mime) : picture;
    }

    static boolean isPicture(String mime) {
        return PICTURES.containsKey(mime);
    }
}
