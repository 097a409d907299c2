package groupwatch.kit.client;

import org.jspecify.annotations.Nullable;

/** Another service does not answer, not in time, or not to the end. Another try later makes sense. */
public final class ServiceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence names the service; no content of messages */
    public ServiceUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
