package groupwatch.kit.evolution;

/** Evolution did not give what was asked for. */
public class EvolutionException extends RuntimeException {

    /** Why, as far as it can be told from the answer. */
    public enum Kind {
        /** It does not answer, or fails, or answers with what is no answer. */
        AWAY,
        /** It was not asked: it failed too often just now, or it is asked often enough. */
        NOT_ASKED,
        /** No address is configured. */
        NOT_CONFIGURED,
        /** It does not take the key. */
        KEY_REFUSED,
        /** It has no such instance. */
        NO_INSTANCE,
        /** It does not know the message: not yet, or no longer. */
        NO_MESSAGE,
        /** The message has no file. */
        NO_MEDIA,
        /** WhatsApp no longer has the file. */
        GONE,
        /** It refuses for another reason. */
        REFUSED
    }

    private final Kind kind;

    public EvolutionException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public EvolutionException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
