package groupwatch.media.transcribe;

/** The server does not take this file, and will not later. */
public class TranscriptionRefusedException extends RuntimeException {

    public TranscriptionRefusedException(String message) {
        super(message);
    }
}
