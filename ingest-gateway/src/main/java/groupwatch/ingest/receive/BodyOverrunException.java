package groupwatch.ingest.receive;

/** A limit was met while a body came in: of all bodies together, or of the one. */
final class BodyOverrunException extends RuntimeException {

    private final boolean ofAll;

    BodyOverrunException(boolean ofAll) {
        super(null, null, false, false);
        this.ofAll = ofAll;
    }

    boolean isOfAll() {
        return ofAll;
    }
}
