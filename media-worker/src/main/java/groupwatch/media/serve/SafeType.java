package groupwatch.media.serve;

import java.util.Set;

/** What a browser may be told of a file's type, and what it may show by itself. */
final class SafeType {

    /** Pictures, sounds and videos: a browser shows them without running anything in them. */
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/apng",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/avif",
            "video/mp4",
            "video/quicktime",
            "video/3gpp",
            "video/webm",
            "video/x-matroska",
            "video/ogg",
            "audio/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/amr",
            "audio/wav",
            "audio/webm",
            "audio/flac",
            "audio/3gpp");

    private static final Set<String> RUN = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/xml",
            "application/xml",
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "text/css",
            "text/vbscript",
            "message/rfc822",
            "multipart/related",
            "application/x-shockwave-flash",
            "application/wasm");

    private SafeType() {}

    /** A type that a browser would run becomes plain bytes. */
    static String of(String mime) {
        return RUN.contains(mime) || mime.endsWith("+xml") ? "application/octet-stream" : mime;
    }

    static boolean isShown(String mime) {
        return SHOWN.contains(mime);
    }
}
