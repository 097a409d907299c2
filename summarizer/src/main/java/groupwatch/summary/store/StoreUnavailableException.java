package groupwatch.summary.store;

import org.jspecify.annotations.Nullable;

/** The message store does not answer, or not as it should: another try later makes sense. */
public class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
