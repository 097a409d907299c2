package groupwatch.media.transcribe;

/** The endings by which transcription servers know a sound. */
final class SoundName {

    private SoundName() {}

    static String extension(String mime) {
        return switch (mime) {
            case "audio/mpeg" -> ".mp3";
            case "audio/mp4" -> ".m4a";
            case "audio/wav" -> ".wav";
            case "audio/flac" -> ".flac";
            case "audio/webm", "video/webm" -> ".webm";
            case "video/mp4", "video/quicktime" -> ".mp4";
            case "audio/amr", "audio/amr-wb" -> ".amr";
            default -> ".ogg";
        };
    }
}
