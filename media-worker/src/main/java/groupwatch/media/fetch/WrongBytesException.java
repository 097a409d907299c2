package groupwatch.media.fetch;

/** The bytes are not those that the message speaks of. */
class WrongBytesException extends RuntimeException {

    private final String reason;

    /** @param reason for programs: hash-mismatch, size-mismatch */
    WrongBytesException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
