package groupwatch.media.serve;

import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** The ending that files of a type have. */
final class Extension {

    private Extension() {}

    /** With its dot; empty when there is none. */
    static String of(@Nullable String mime) {
        if (mime == null) {
            return "";
        }
        return switch (mime) {
            case "audio/ogg" -> ".ogg";
            case "audio/mp4" -> ".m4a";
            case "application/octet-stream" -> ".bin";
            default -> known(mime);
        };
    }

    private static String known(String mime) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(mime).getExtension();
        } catch (MimeTypeException noType) {
            return "";
        }
    }
}
