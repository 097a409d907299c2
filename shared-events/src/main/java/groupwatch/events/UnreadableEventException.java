package groupwatch.events;

/** The bytes are no event of this version of the suite; reading them again will not help. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
