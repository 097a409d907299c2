package groupwatch.media.transcribe;

import org.jspecify.annotations.Nullable;

/** The server does not answer, or has too much to do: another try later makes sense. */
public class TranscriptionUnavailableException extends RuntimeException {

    public TranscriptionUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
