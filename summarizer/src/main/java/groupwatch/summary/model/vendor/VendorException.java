package groupwatch.summary.model.vendor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A vendor did not answer, or refused. What the message says names no message text and no key. */
public final class VendorException extends RuntimeException {

    /** Too many requests: nothing is wrong with the vendor. */
    static final int LIMITED = 429;

    private final int status;
    private final boolean passing;
    private final @Nullable Duration retryAfter;
    private final boolean sent;

    private VendorException(
            String message,
            int status,
            boolean passing,
            @Nullable Duration retryAfter,
            boolean sent,
            @Nullable Throwable cause) {
        super(message, cause);
        this.sent = sent;
        this.status = status;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** It answers with an error. */
    static VendorException answered(String message, int status, boolean passing, @Nullable Duration retryAfter) {
        return new VendorException(message, status, passing, retryAfter, false, null);
    }

    /**
     * The connection was not made, or lost; or what came is no answer.
     *
     * @param sent whether the vendor may have the request
     */
    static VendorException lost(String message, boolean sent, Throwable cause) {
        return new VendorException(message, 0, true, null, sent, cause);
    }

    /** Whether the same request is worth another try. */
    public boolean passing() {
        return passing;
    }

    /** Whether we ask too much, and the vendor is well. */
    public boolean limited() {
        return status == LIMITED;
    }

    /** Whether the vendor may have the request and work on it, although nothing came of it here. */
    public boolean sent() {
        return sent;
    }

    /** How long the vendor wants to be left alone, where it says so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
