package groupwatch.media.text;

/** A document that cannot be read: its message is a word or two for programs, such as {@code encrypted}. */
public class UnreadableDocumentException extends RuntimeException {

    UnreadableDocumentException(String reason) {
        super(reason);
    }
}
