package groupwatch.media.transcribe;

/** The server does not answer, or has too much to do: another try later makes sense. */
public class TranscriptionUnavailableException extends RuntimeException {

    public TranscriptionUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
