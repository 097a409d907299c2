package groupwatch.kit.security;

/** The suite's key is missing or unusable; the service does not start. */
public final class InvalidSuiteKeyException extends RuntimeException {

    InvalidSuiteKeyException(String what) {
        super(
                "groupwatch.security.suite-key " + what
                        + ": it takes a secret of at least 32 bytes, as text or Base64, the same for every service of the suite");
    }
}
