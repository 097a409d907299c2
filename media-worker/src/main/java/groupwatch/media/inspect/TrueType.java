package groupwatch.media.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * The type that a file's first bytes tell. The claimed name and type are not asked. What is inside an archive or an old Office file is not looked into here:
 * that takes a parser (see {@code groupwatch.media.text}).
 */
final class TrueType {

    /** Other words for the same, as browsers know them. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("audio/opus", "audio/ogg"),
            Map.entry("audio/vorbis", "audio/ogg"),
            Map.entry("audio/speex", "audio/ogg"),
            Map.entry("audio/x-oggflac", "audio/ogg"),
            Map.entry("video/theora", "video/ogg"),
            Map.entry("video/x-ogm", "video/ogg"),
            Map.entry("audio/vnd.wave", "audio/wav"),
            Map.entry("audio/x-wav", "audio/wav"),
            Map.entry("audio/x-flac", "audio/flac"),
            Map.entry("audio/x-aac", "audio/aac"),
            Map.entry("audio/x-aiff", "audio/aiff"),
            Map.entry("audio/x-m4a", "audio/mp4"),
            Map.entry("video/x-m4v", "video/mp4"),
            Map.entry("image/x-ms-bmp", "image/bmp"),
            Map.entry("application/x-matroska", "video/x-matroska"));

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    String of(Path file) throws IOException {
        try (InputStream bytes = TikaInputStream.get(Files.newInputStream(file))) {
            return common(detector.detect(bytes, new Metadata()).getBaseType().toString());
        }
    }

    private static String common(String type) {
        return COMMON.getOrDefault(type, type);
    }
}
