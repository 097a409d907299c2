package groupwatch.kit.objects;

/** The store does not answer, refuses, or has no room: another try later makes sense. */
public class ObjectStoreUnavailableException extends RuntimeException {

    public ObjectStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
