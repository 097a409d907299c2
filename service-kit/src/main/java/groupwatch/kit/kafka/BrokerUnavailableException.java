package groupwatch.kit.kafka;

import org.jspecify.annotations.Nullable;

/** The broker did not acknowledge in time, or the buffers before it are full: worth a retry later. */
public final class BrokerUnavailableException extends RuntimeException {

    public BrokerUnavailableException(String message) {
        this(message, null);
    }

    public BrokerUnavailableException(String message, @Nullable Throwable cause) {
        // stackless: under load with the broker away this is made thousands of times a second
        super(message, cause, false, false);
    }
}
