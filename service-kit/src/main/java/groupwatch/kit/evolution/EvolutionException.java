package groupwatch.kit.evolution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
        /** It, or WhatsApp behind it, is asked too often. */
        TOO_OFTEN,
        /** The instance is closed, and what was asked takes an open one. */
        NOT_CONNECTED,
        /** There is an instance of that name. */
        NAME_TAKEN,
        /** Evolution 2.4 and newer: it answers nothing before its vendor's licence is activated. */
        UNLICENSED,
        /** It refuses for another reason. */
        REFUSED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public EvolutionException(Kind kind, String message) {
        this(kind, message, (Duration) null);
    }

    /** @param retryAfter as its answer says */
    public EvolutionException(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public EvolutionException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = null;
    }

    public Kind kind() {
        return kind;
    }

    /** How long to leave it alone, where it says so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
