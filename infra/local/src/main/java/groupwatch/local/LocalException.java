package groupwatch.local;

/** Something the person at the keyboard can put right; the message is one sentence, and the command ends with exit code 1. */
final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalException(String sentence) {
        super(sentence);
    }
}
