package groupwatch.kit.secret;

import org.jspecify.annotations.Nullable;

/** What was sealed cannot be opened with this key. Another try does not help; whoever knows the text gives it again. */
public final class UnopenableException extends RuntimeException {

    UnopenableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
