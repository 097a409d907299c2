package groupwatch.summary.write;

/** A model answered, and nothing of it can be kept, also after asking once more. What the message says names no message text. */
public class UnusableAnswerException extends RuntimeException {

    public UnusableAnswerException(String message) {
        super(message);
    }
}
