package groupwatch.media.inspect;

/** A container without pictures is a sound, whatever its first bytes promise. */
final class PlayedType {

    private PlayedType() {}

    static String of(String mime, Measures measures) {
        if (measures.picture() == null) {
            return measures.sound() ? heard(mime) : mime;
        }
        return switch (mime) {
            case "application/ogg", "audio/ogg" -> "video/ogg";
            case "application/mp4", "audio/mp4" -> "video/mp4";
            case "video/quicktime" ->
                measures.brand().isBlank() || measures.brand().equals("qt  ") ? mime : "video/mp4";
            case "audio/3gpp" -> "video/3gpp";
            default -> mime;
        };
    }

    private static String heard(String mime) {
        return switch (mime) {
            case "application/ogg", "video/ogg" -> "audio/ogg";
            case "application/mp4", "video/mp4", "video/quicktime" -> "audio/mp4";
            case "video/webm" -> "audio/webm";
            case "video/x-matroska" -> "audio/x-matroska";
            case "video/3gpp", "video/3gpp2" -> "audio/3gpp";
            default -> mime;
        };
    }
}
