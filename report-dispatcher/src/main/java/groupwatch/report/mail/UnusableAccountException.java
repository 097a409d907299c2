package groupwatch.report.mail;

/** The e-mail settings cannot be used until somebody changes them; the message says why, to people. */
public final class UnusableAccountException extends RuntimeException {

    public UnusableAccountException(String message) {
        // stackless: an answer, not a bug
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
